import { missingReference } from '#db/queries/missingReference.ts';
import { addStallReason } from '#db/repositories/stallReasons.ts';
import { getRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { noticeContract } from '#shared/contract/notice.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

type Operation = (typeof noticeContract)['giveStallReason'];

/** Records why a deal stays where it is. The question of the notice is answered by that, undo asks it again. */
export const giveStallReason: Handler<Operation> = (context, { opportunityId, code, note }) =>
  context.write('notice.giveStallReason', (db): Answer<Operation> => {
    const missing = missingReference(db, [{ entity: 'opportunity', id: opportunityId }]);
    if (missing) return err({ type: 'notFound', ...missing });
    const deal = getRow(db, opportunity, opportunityId);
    if (deal?.status !== 'open' || deal.removedAt !== null) return err({ type: 'notOpen' });
    if (code === 'other' && note === '') return err({ type: 'noteMissing' });
    const id = context.newId();
    addStallReason(db, {
      id,
      opportunityId,
      stageId: deal.stageId,
      code,
      note,
      // A clock that was set back must not put the answer before the visit it is about.
      at: Math.max(context.now, deal.stageEnteredAt),
      byId: context.actorId || null,
    });
    return ok({ id });
  });
