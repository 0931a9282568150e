import type { z } from 'zod';
import type { GateItem, pipelineContract } from '../../contract/pipeline.contract.ts';
import type { OpportunityStatus } from '../../contract/primitives.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { isGated, moveKind, type MoveKind } from './moveKind.ts';
import { isOpenStage, type MoveStage } from './stages.ts';

/** How a move can be refused; the errors of the contract. */
export type MoveError = z.output<typeof pipelineContract.move.errors>;
export type OutcomeReason = NonNullable<z.output<typeof pipelineContract.move.input>['outcomeReason']>;

/** Everything that decides a move, as plain data: the screen, the command, the import and the tests ask the same way. */
export interface MoveRequest {
  readonly deal: { readonly stageId: string; readonly status: OpportunityStatus; readonly closedAt: number | null };
  /** The stages of the process version that the deal runs in. */
  readonly stages: readonly MoveStage[];
  readonly allowSkip: boolean;
  readonly allowBack: boolean;
  readonly toStageId: string;
  /** Stage the mover saw it in. */
  readonly fromStageId?: string | undefined;
  /** Every criterion of the present stage, judged with what the same command proves and fills in. */
  readonly criteria: readonly GateItem[];
  readonly reason?: string | undefined;
  readonly outcomeReason?: OutcomeReason | undefined;
  readonly outcomeNote?: string | undefined;
  /** Epoch ms of the move. */
  readonly now: number;
}

/** What a permitted move changes: the deal's own columns and the row of its stage history. */
export interface MoveDecision {
  readonly kind: Exclude<MoveKind, 'same'>;
  readonly patch: {
    readonly stageId: string;
    readonly status: OpportunityStatus;
    readonly stageEnteredAt: number;
    readonly closedAt: number | null;
    readonly outcomeReason: string;
    readonly outcomeNote: string;
  };
  readonly stageChange: {
    readonly fromStageId: string;
    readonly toStageId: string;
    readonly at: number;
    readonly kind: Exclude<MoveKind, 'same'>;
    readonly reason: string;
    /** Ids of the criteria that were open when it was moved anyway. */
    readonly openCriteria: readonly string[];
  };
}

/**
 * Decides every move of a deal, whichever door it comes through. Never throws; the refusals are, in this order: unknown
 * stage, moved meanwhile, same stage, forbidden by the process, blocking criteria, missing reason, criteria that a
 * reason would override. A paused deal stays paused while it moves between open stages.
 */
export function decideMove(request: MoveRequest): Result<MoveDecision, MoveError> {
  const { stages, deal } = request;
  const from = stages.find((stage) => stage.id === deal.stageId);
  const to = stages.find((stage) => stage.id === request.toStageId);
  if (from === undefined || to === undefined) return err({ type: 'wrongProcess' });
  if (request.fromStageId !== undefined && request.fromStageId !== from.id)
    return err({ type: 'movedMeanwhile', stageId: from.id });
  const kind = moveKind(stages, from, to);
  if (kind === 'same') return err({ type: 'sameStage' });
  const open = isGated(kind, to) ? request.criteria.filter((item) => !item.met) : [];
  const refusal = refuse(request, kind, from, to, open);
  if (refusal !== null) return err(refusal);
  return ok({
    kind,
    patch: { stageId: to.id, stageEnteredAt: request.now, ...outcome(request, to) },
    stageChange: {
      fromStageId: from.id,
      toStageId: to.id,
      at: request.now,
      kind,
      reason: request.reason ?? '',
      openCriteria: open.map((item) => item.criterionId),
    },
  });
}

function refuse(
  request: MoveRequest,
  kind: MoveKind,
  from: MoveStage,
  to: MoveStage,
  open: readonly GateItem[],
): MoveError | null {
  if (kind === 'skip' && !request.allowSkip) return { type: 'skipNotAllowed' };
  if (kind === 'back' && !request.allowBack) return { type: 'backNotAllowed' };
  const explained = (request.reason ?? '').trim() !== '';
  const blocked = open.some((item) => item.enforcement === 'block');
  if (blocked) return { type: 'gate', blocked, items: [...open] };
  if (open.length > 0 && !explained) return { type: 'gate', blocked, items: [...open] };
  if (to.stageClass === 'lost' && request.outcomeReason === undefined) return { type: 'reasonRequired', for: 'lost' };
  if (explained) return null;
  if (kind === 'skip' || kind === 'back') return { type: 'reasonRequired', for: kind };
  // A closed deal was finished once: taking it up again, or finishing it otherwise, has to be explained.
  if (!isOpenStage(from)) return { type: 'reasonRequired', for: 'reopen' };
  return null;
}

/** Status, closing time and outcome that belong to the stage which is entered. */
function outcome(
  request: MoveRequest,
  to: MoveStage,
): Pick<MoveDecision['patch'], 'status' | 'closedAt' | 'outcomeReason' | 'outcomeNote'> {
  if (isOpenStage(to)) {
    const status = request.deal.status === 'paused' ? 'paused' : 'open';
    return { status, closedAt: null, outcomeReason: '', outcomeNote: '' };
  }
  const reasons = { outcomeReason: request.outcomeReason ?? '', outcomeNote: request.outcomeNote ?? '' };
  if (to.stageClass === 'won') return { status: 'won', closedAt: request.now, ...reasons };
  const status = request.outcomeReason === 'noDecision' ? 'noDecision' : 'lost';
  return { status, closedAt: request.now, ...reasons };
}
