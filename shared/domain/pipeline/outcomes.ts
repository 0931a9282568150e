import {
  type Outcome,
  type OutcomeReason,
  lostReasonSchema,
  noDecisionReasonSchema,
  type StageClass,
  wonReasonSchema,
} from '../../contract/primitives.ts';

/** The reasons of each outcome, in the order in which they are offered. */
export const outcomeReasons: Readonly<Record<Outcome, readonly OutcomeReason[]>> = {
  won: wonReasonSchema.options,
  lost: lostReasonSchema.options,
  noDecision: noDecisionReasonSchema.options,
};

/**
 * How a deal ends in a closed stage: as asked, else won in a won stage, else what the reason belongs to, else lost. Null
 * when what was asked is no outcome of this stage, or the reason none of this outcome.
 */
export function outcomeIn(
  stageClass: StageClass,
  asked: Outcome | undefined,
  reason: OutcomeReason | undefined,
): Outcome | null {
  const outcome = asked ?? (stageClass === 'won' ? 'won' : belongsOnlyToNoDecision(reason) ? 'noDecision' : 'lost');
  if ((outcome === 'won') !== (stageClass === 'won')) return null;
  return reason === undefined || outcomeReasons[outcome].includes(reason) ? outcome : null;
}

const belongsOnlyToNoDecision = (reason: OutcomeReason | undefined): boolean =>
  reason !== undefined && outcomeReasons.noDecision.includes(reason) && !outcomeReasons.lost.includes(reason);
