import type { z } from 'zod';
import type { GateItem } from '../../contract/pipeline.contract.ts';
import type { moveErrors } from '../../contract/moveGate.ts';
import type { OpportunityStatus, Outcome, OutcomeReason } from '../../contract/primitives.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { isGated, moveKind, type MoveKind } from './moveKind.ts';
import { outcomeIn } from './outcomes.ts';
import { isOpenStage, type MoveStage } from './stages.ts';

/** How a move can be refused; the errors of the contract. */
export type MoveError = z.output<typeof moveErrors>;

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
  /** Exit criteria of the present stage and entry criteria of the target, judged with what the same command gives. */
  readonly criteria: readonly GateItem[];
  readonly reason?: string | undefined;
  /** How it ends, where the target is closed; left out, it follows from stage and reason. */
  readonly outcome?: Outcome | undefined;
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
    /** How it ended with this move, and why; empty for moves to open stages. Stays when the deal is taken up again. */
    readonly outcome: Outcome | '';
    readonly outcomeReason: string;
  };
}

/**
 * Decides every move of a deal, whichever door it comes through. Never throws; the refusals are, in this order: unknown
 * stage, moved meanwhile, same stage, an outcome that does not fit, forbidden by the process, blocking criteria, missing
 * reason, criteria that a reason would override. A paused deal stays paused while it moves between open stages.
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
  const outcome = isOpenStage(to) ? '' : outcomeIn(to.stageClass, request.outcome, request.outcomeReason);
  if (outcome === null) return err({ type: 'wrongOutcome' });
  const open = isGated(kind, to) ? request.criteria.filter((item) => !item.met) : [];
  const refusal = refuse(request, kind, from, to, open);
  if (refusal !== null) return err(refusal);
  return ok({
    kind,
    patch: { stageId: to.id, stageEnteredAt: request.now, ...closing(request, outcome) },
    stageChange: {
      fromStageId: from.id,
      toStageId: to.id,
      at: request.now,
      kind,
      reason: explanation(request, outcome),
      openCriteria: open.map((item) => item.criterionId),
      outcome,
      outcomeReason: outcome === '' ? '' : (request.outcomeReason ?? ''),
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

/** Why it was moved; of a closed deal what was said about its end, where nothing else was. */
function explanation(request: MoveRequest, outcome: Outcome | ''): string {
  const reason = request.reason ?? '';
  return reason.trim() === '' && outcome !== '' ? (request.outcomeNote ?? '') : reason;
}

/** Status, closing time and outcome that belong to the stage which is entered. */
function closing(
  request: MoveRequest,
  outcome: Outcome | '',
): Pick<MoveDecision['patch'], 'status' | 'closedAt' | 'outcomeReason' | 'outcomeNote'> {
  if (outcome === '') {
    const status = request.deal.status === 'paused' ? 'paused' : 'open';
    return { status, closedAt: null, outcomeReason: '', outcomeNote: '' };
  }
  return {
    status: outcome,
    closedAt: request.now,
    outcomeReason: request.outcomeReason ?? '',
    outcomeNote: request.outcomeNote ?? '',
  };
}
