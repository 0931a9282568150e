import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';

type Visit = OpportunityPage['visits'][number];

/** A row of the picture: one stage. */
export interface JourneyLane {
  readonly id: string;
  readonly name: string;
  readonly stageClass: StageClass;
}

/** A stay in a stage; places in percent of the picture's width. */
export interface JourneyBar {
  readonly visit: Visit;
  /** Number of the visit, from 1. */
  readonly number: number;
  readonly lane: number;
  readonly left: number;
  readonly width: number;
  /** The lane that it came from, null for the first. */
  readonly cameFrom: number | null;
  /** It leads back to an earlier stage, or takes a closed deal up again. */
  readonly isBack: boolean;
}

/** Every visit as a picture. */
export interface Journey {
  readonly lanes: readonly JourneyLane[];
  readonly bars: readonly JourneyBar[];
  /** Epoch ms of the left and the right edge. */
  readonly from: number;
  readonly to: number;
}

/** A stay of minutes must still be seen. */
const LEAST_WIDTH = 1.6;

/**
 * The path of a deal on a time axis: a lane for every stage it was in, a bar for every visit, also the second one to the
 * same stage. `now` (epoch ms) ends the visit of a deal that still runs.
 */
export function journeyOf({ process, visits, closedAt }: OpportunityPage, now: number): Journey {
  const lanes = lanesOf(process.stages, visits);
  const from = visits[0]?.enteredAt ?? now;
  const last = visits.at(-1);
  const to = Math.max(closedAt ?? now, last?.enteredAt ?? from, from + 1);
  const place = (at: number): number => ((at - from) / (to - from)) * (100 - LEAST_WIDTH);
  const laneOf = (visit: Visit): number => lanes.findIndex(({ id }) => id === laneId(process.stages, visit));
  const bars = visits.map((visit, index): JourneyBar => {
    const before = visits[index - 1];
    const left = place(visit.enteredAt);
    const end = place(visit.leftAt ?? (closedAt === null ? to : visit.enteredAt));
    return {
      visit,
      number: index + 1,
      lane: laneOf(visit),
      left,
      width: Math.max(LEAST_WIDTH, end - left),
      cameFrom: before === undefined ? null : laneOf(before),
      isBack: visit.kind === 'back' || visit.kind === 'reopen',
    };
  });
  return { lanes, bars, from, to };
}

/** The stages of the process that were visited, in selling order, then those that only other versions have. */
function lanesOf(stages: OpportunityPage['process']['stages'], visits: readonly Visit[]): JourneyLane[] {
  const visited = new Map(
    visits.map((visit) => {
      const id = laneId(stages, visit);
      return [id, { id, name: visit.stageName, stageClass: visit.stageClass }] as const;
    }),
  );
  const known = stages
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ id, name, stageClass }) => (visited.has(id) ? [{ id, name, stageClass }] : []));
  return [...known, ...[...visited.values()].filter(({ id }) => !known.some((lane) => lane.id === id))];
}

/** A stage of an older version goes into the lane of the stage that is called the same now. */
const laneId = (stages: OpportunityPage['process']['stages'], { stageId, stageName }: Visit): string =>
  stages.find(({ id }) => id === stageId)?.id ?? stages.find(({ name }) => name === stageName)?.id ?? `:${stageName}`;
