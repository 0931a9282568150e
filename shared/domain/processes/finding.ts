import type { DraftStage, ProblemCode } from '../../contract/processDraft.ts';

/** What a judge found: a code and the place, relative to what was judged. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: string;
  /** Left out for an error. */
  readonly severity?: 'warning';
}

/** What the parts of a draft are judged against. */
export interface DraftSurroundings {
  readonly stages: readonly DraftStage[];
  /** Index of the stage that a task belongs to, by the key of the task. */
  readonly taskStage: ReadonlyMap<string, number>;
  /** Keys that more than one criterion (`c key`) or task (`t key`) has. */
  readonly repeatedKeys: ReadonlySet<string>;
}

/** Whether deals end in it. */
export const isOutcome = ({ stageClass }: Pick<DraftStage, 'stageClass'>): boolean =>
  stageClass === 'won' || stageClass === 'lost';

/** A whole number between two others, both included. */
export const isWhole = (value: number | null | undefined, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
