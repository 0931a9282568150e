import { riskById, risksOfDeal } from '#db/queries/automation/risks.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { addRisk, settleRisk } from '#db/repositories/automation.ts';
import type { riskContract } from '#shared/contract/automation.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, HandlersFor } from '../../ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';

/** More than anybody reads on one deal. */
const SHOWN = 100;

/** Everything behind `risk.*`. */
export const riskHandlers = {
  ofDeal: ({ db }, { opportunityId }) => {
    const missing = missingReference(db, [{ entity: 'opportunity', id: opportunityId }]);
    if (missing) return err({ type: 'notFound', ...missing });
    return ok(
      risksOfDeal(db, opportunityId, SHOWN).map((row) => ({
        id: row.id,
        text: row.text,
        rule: row.ruleId === null ? null : { id: row.ruleId, name: row.ruleName ?? '' },
        raisedAt: row.raisedAt,
        raisedByName: row.raisedByName ?? '',
        cleared:
          row.clearedAt === null ? null : { at: row.clearedAt, byName: row.clearedByName ?? '', note: row.clearedNote },
      })),
    );
  },
  raise: (context, { opportunityId, text }) =>
    context.write('risk.raise', (db): Answer<typeof riskContract.raise> => {
      const missing = missingReference(db, [{ entity: 'opportunity', id: opportunityId }]);
      if (missing) return err({ type: 'notFound', ...missing });
      const id = context.newId();
      addRisk(db, { id, opportunityId, text, raisedAt: context.now, raisedById: actor(context) });
      return ok({ id });
    }),
  clear: (context, { id, note }) =>
    context.write('risk.clear', (db): Answer<typeof riskContract.clear> => {
      const risk = riskById(db, id);
      if (risk === undefined) return err({ type: 'notFound', entity: 'risk', id });
      if (risk.clearedAt !== null) return err({ type: 'alreadyCleared' });
      settleRisk(db, id, { clearedAt: context.now, clearedById: actor(context), clearedNote: note });
      return ok({});
    }),
} satisfies HandlersFor<typeof riskContract>;
