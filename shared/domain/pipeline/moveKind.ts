import { isOpenStage, openStages, type MoveStage } from './stages.ts';

export type MoveKind = 'advance' | 'skip' | 'back' | 'close' | 'reopen' | 'same';

/**
 * What a move between two stages of one process is. `close` is any move into a won or lost stage, also from one closed
 * stage to another; `reopen` leaves a closed stage. Both stages must belong to `stages`.
 */
export function moveKind(stages: readonly MoveStage[], from: MoveStage, to: MoveStage): MoveKind {
  if (from.id === to.id) return 'same';
  if (!isOpenStage(to)) return 'close';
  if (!isOpenStage(from)) return 'reopen';
  const open = openStages(stages);
  const steps = open.findIndex((stage) => stage.id === to.id) - open.findIndex((stage) => stage.id === from.id);
  if (steps < 0) return 'back';
  return steps === 1 ? 'advance' : 'skip';
}

/** Whether the criteria of the stage that is left must be met: going on and winning yes; losing, back, reopening no. */
export function isGated(kind: MoveKind, to: MoveStage): boolean {
  return kind === 'advance' || kind === 'skip' || (kind === 'close' && to.stageClass === 'won');
}
