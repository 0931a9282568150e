import { type Interval, wilsonInterval } from '../../lib/statistics/wilsonInterval.ts';
import type { CohortOutcome } from './cohort.ts';

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

/** The funnel's counts split by the quarter of the first entry into each stage. */
export class QuarterCounts {
  readonly #stageIds: readonly string[];
  readonly #counts = new Map<string, { reached: number; lost: number; open: number }[]>();

  constructor(stageIds: readonly string[]) {
    this.#stageIds = stageIds;
  }

  add(quarter: string, stage: number, outcome: CohortOutcome): void {
    let row = this.#counts.get(quarter);
    if (!row) this.#counts.set(quarter, (row = this.#stageIds.map(() => ({ reached: 0, lost: 0, open: 0 }))));
    const count = row[stage];
    if (count) count[outcome] += 1;
  }

  /** The rates in order of time; quarters without entry are left out. */
  rates(): FunnelQuarter[] {
    return [...this.#counts.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([quarter, row]) => ({
        quarter,
        steps: row.map((count, index) => step(this.#stageIds[index] ?? '', count)),
      }));
  }
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
