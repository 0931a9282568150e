import { moveKind, type MoveKind } from '../pipeline/moveKind.ts';
import { isOpenStage, type MoveStage } from '../pipeline/stages.ts';

/** One row of stage history that a file justifies. */
export interface JourneyStep {
  readonly fromStageId: string | null;
  readonly toStageId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly kind: 'create' | Exclude<MoveKind, 'same'>;
}

/** A deal's path as far as the file knows it, and where it stands at the end. */
export interface ImportedJourney {
  readonly steps: readonly JourneyStep[];
  readonly stageId: string;
  readonly stageEnteredAt: number;
  /** Null while open; else when it was closed the way it is closed now. */
  readonly closedAt: number | null;
}

/** What a row tells that only knows the last stage; instants in epoch ms, null = not told. */
export interface LastStage {
  readonly stage: MoveStage;
  /** Open stage in which the deal began, used only when the row proves that it was elsewhere before. */
  readonly entry: MoveStage;
  readonly beganAt: number | null;
  readonly stageEnteredAt: number | null;
  readonly closedAt: number | null;
  /** The moment of the import, for deals whose row tells no time at all. */
  readonly now: number;
}

/**
 * The honest path of a deal whose file knows only its last stage: one beginning, and one more step where the row has two
 * different times for two different stages. Nothing in between is made up.
 */
export function journeyOfLastStage(stages: readonly MoveStage[], known: LastStage): ImportedJourney {
  const { stage, entry } = known;
  const closed = !isOpenStage(stage);
  const arrived = (closed ? known.closedAt : null) ?? known.stageEnteredAt;
  const began = known.beganAt ?? arrived ?? known.now;
  const reached = Math.max(began, arrived ?? began);
  // A beginning and an arrival are two facts only when both are told and the stages differ.
  const twoFacts = known.beganAt !== null && arrived !== null && entry.id !== stage.id && (closed || reached > began);
  const steps: JourneyStep[] = twoFacts
    ? [step(null, entry, began, 'create'), step(entry, stage, reached, movedAs(stages, entry, stage))]
    : [step(null, stage, began, 'create')];
  const closedAt = closed ? (known.closedAt ?? reached) : null;
  return { steps, stageId: stage.id, stageEnteredAt: twoFacts ? reached : began, closedAt };
}

/** The state of a deal at one moment of its history. */
export interface StageSnapshot {
  readonly at: number;
  readonly stage: MoveStage;
}

/**
 * The path of a deal from rows of its history in time order. A row counts as a step only when its stage differs from the
 * row before; the first row is the beginning. `snapshots` must not be empty.
 */
export function journeyOfHistory(stages: readonly MoveStage[], snapshots: readonly StageSnapshot[]): ImportedJourney {
  const first = snapshots[0]!;
  const steps: JourneyStep[] = [step(null, first.stage, first.at, 'create')];
  let current = first.stage;
  let closedAt = isOpenStage(current) ? null : first.at;
  let stageEnteredAt = first.at;
  for (const { at, stage } of snapshots.slice(1)) {
    if (stage.id === current.id) continue;
    steps.push(step(current, stage, at, movedAs(stages, current, stage)));
    // Won stays won since the day it was won, even when it goes on from one won stage to another.
    if (isOpenStage(stage)) closedAt = null;
    else if (closedAt === null || stage.stageClass !== current.stageClass) closedAt = at;
    current = stage;
    stageEnteredAt = at;
  }
  return { steps, stageId: current.id, stageEnteredAt, closedAt };
}

const step = (from: MoveStage | null, to: MoveStage, at: number, kind: JourneyStep['kind']): JourneyStep => ({
  fromStageId: from?.id ?? null,
  toStageId: to.id,
  at,
  kind,
});

function movedAs(stages: readonly MoveStage[], from: MoveStage, to: MoveStage): Exclude<MoveKind, 'same'> {
  const kind = moveKind(stages, from, to);
  return kind === 'same' ? 'advance' : kind;
}
