import type { GateItem } from '../../contract/pipeline.contract.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { decideMove, type MoveError, type MoveRequest } from './decideMove.ts';
import { isGated, moveKind, type MoveKind } from './moveKind.ts';

/** What the screen shows before a move is made. */
export interface MovePreview {
  readonly kind: MoveKind;
  /** No reason would help: a blocking criterion is open, or the process forbids this move. */
  readonly blocked: boolean;
  /** It would pass with a reason, and not without. */
  readonly needsReason: boolean;
  /** The criteria that this move is held against, met ones too; empty where none are. */
  readonly items: readonly GateItem[];
}

/** Answers what `decideMove` would say, by asking it: once bare, once with every reason given. */
export function previewMove(request: Omit<MoveRequest, 'reason' | 'outcomeReason'>): Result<MovePreview, MoveError> {
  const from = request.stages.find((stage) => stage.id === request.deal.stageId);
  const to = request.stages.find((stage) => stage.id === request.toStageId);
  if (from === undefined || to === undefined) return err({ type: 'wrongProcess' });
  const kind = moveKind(request.stages, from, to);
  if (kind === 'same') return ok({ kind, blocked: false, needsReason: false, items: [] });
  const explained = decideMove({ ...request, reason: '-', outcomeReason: 'other' });
  return ok({
    kind,
    blocked: !explained.ok,
    needsReason: explained.ok && !decideMove(request).ok,
    items: isGated(kind, to) ? request.criteria : [],
  });
}
