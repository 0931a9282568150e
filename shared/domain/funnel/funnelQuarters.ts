import { type Interval, wilsonInterval } from '../../lib/statistics/wilsonInterval.ts';
import { type CohortWindow, cohortEntry, cohortOutcome } from './cohort.ts';
import type { FunnelCase } from './funnelStages.ts';

interface QuarterStep {
  readonly stageId: string;
  readonly settled: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/** The rates of one entry quarter; `quarter` is written 2026-Q1. */
export interface FunnelQuarter {
  readonly quarter: string;
  readonly steps: QuarterStep[];
}

/** The funnel's rates split by the calendar quarter of the first entry into each stage; quarters without entry are left out. */
export function funnelQuarters(
  stageIds: readonly string[],
  cases: Iterable<FunnelCase>,
  window: CohortWindow,
  quarterOf: (instant: number) => string,
): FunnelQuarter[] {
  const counts = new Map<string, { reached: number; lost: number }[]>();
  for (const one of cases) {
    for (const index of stageIds.keys()) {
      const entered = cohortEntry(one.journey, index, window);
      if (entered === null) continue;
      const quarter = quarterOf(entered);
      let row = counts.get(quarter);
      if (!row) counts.set(quarter, (row = stageIds.map(() => ({ reached: 0, lost: 0 }))));
      const outcome = cohortOutcome(one.journey, index, one.deal.status);
      const count = row[index];
      if (count && outcome !== 'open') count[outcome] += 1;
    }
  }
  return [...counts.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, row]) => ({ quarter, steps: row.map((count, index) => step(stageIds[index] ?? '', count)) }));
}

function step(stageId: string, { reached, lost }: { reached: number; lost: number }): QuarterStep {
  const settled = reached + lost;
  return {
    stageId,
    settled,
    rate: settled === 0 ? null : reached / settled,
    interval: wilsonInterval(reached, settled),
  };
}
