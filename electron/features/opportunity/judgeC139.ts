import { editableFields, lastJudgementAt } from '#db/queries/opportunity/editableFields.ts';
import { appendJudgement } from '#db/repositories/c139Judgement.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';

/** Appends one judgement of one element; a null value withdraws the judge's earlier one, which stays in the history. */
export const judgeC139: Handler<typeof opportunityContract.judgeC139> = (context, input) =>
  context.write('opportunity.judgeC139', (db): Result<Record<string, never>, CommonError> => {
    if (editableFields(db, input.id) === undefined)
      return err({ type: 'notFound', entity: 'opportunity', id: input.id });
    appendJudgement(db, {
      id: context.newId(),
      opportunityId: input.id,
      code: input.code,
      judge: input.judge,
      coachKind: input.judge === 'coach' ? input.coachKind : '',
      value: input.value,
      evidence: input.evidence,
      // Strictly later than the one before, also on a clock that was set back: the newest one counts.
      at: Math.max(context.now, lastJudgementAt(db, input.id) + 1),
      byId: actor(context),
    });
    return ok({});
  });
