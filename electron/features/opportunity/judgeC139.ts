import { editableFields, lastJudgementAt } from '#db/queries/opportunity/editableFields.ts';
import { appendJudgement } from '#db/repositories/c139Judgement.ts';
import type { WriteDb } from '#db/handles.ts';
import type { CommonError, ParsedInputOf } from '#shared/contract/operation.ts';
import type { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';

/** Appends one judgement of one element; a null value withdraws the judge's earlier one, which stays in the history. */
export const judgeC139: Handler<typeof opportunityContract.judgeC139> = (context, input) =>
  context.write('opportunity.judgeC139', (db): Result<Record<string, never>, CommonError> => {
    if (editableFields(db, input.id) === undefined)
      return err({ type: 'notFound', entity: 'opportunity', id: input.id });
    const { id, ...judgement } = input;
    append(context, db, id, { ...judgement, coachKind: input.judge === 'coach' ? input.coachKind : '' });
    return ok({});
  });

/** Appends the seller's own judgement inside the caller's transaction: what comes with a move. */
export const appendOwnJudgement = (
  context: CommandContext,
  db: WriteDb,
  id: string,
  judgement: Pick<Judgement, 'code' | 'value' | 'evidence'>,
): void => append(context, db, id, { ...judgement, judge: 'self', coachKind: '' });

type Judgement = Omit<ParsedInputOf<typeof opportunityContract.judgeC139>, 'id'>;

function append(context: CommandContext, db: WriteDb, opportunityId: string, judgement: Judgement): void {
  appendJudgement(db, {
    ...judgement,
    id: context.newId(),
    opportunityId,
    // Strictly later than the one before, also on a clock that was set back: the newest one counts.
    at: Math.max(context.now, lastJudgementAt(db, opportunityId) + 1),
    byId: actor(context),
  });
}
