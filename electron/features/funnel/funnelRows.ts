import { funnelDealDetails } from '#db/queries/funnel/funnelDeals.ts';
import type { funnelContract } from '#shared/contract/funnel.contract.ts';
import { funnelMembers } from '#shared/domain/funnel/funnelMembers.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadFunnel } from './loadFunnel.ts';

/** The deals behind one figure, longest in stage first; as many as the figure says. */
export const funnelRows: Handler<(typeof funnelContract)['rows']> = (context, input) => {
  const funnel = loadFunnel(context, input);
  if (!funnel) return err({ type: 'notFound', entity: 'process', id: input.processId });
  const { stages, window, calendar, countDays } = funnel;
  const index = stages.findIndex((stage) => stage.stageId === input.stageId);
  const allowedDays = stages[index]?.allowedDays ?? null;
  if (index < 0) return err({ type: 'notFound', entity: 'stage', id: input.stageId });
  const members = funnelMembers(funnel.cases(), { index, allowedDays }, input.which, window, context.now, countDays);
  const shown = members.slice(input.offset, input.offset + input.limit);
  const details = funnelDealDetails(
    context.db,
    shown.map((member) => member.opportunityId),
  );
  const byId = new Map(details.map((detail) => [detail.id, detail]));
  return ok({
    rows: shown.flatMap(({ opportunityId, enteredAt, days }) => {
      const detail = byId.get(opportunityId);
      return detail ? [{ ...detail, enteredOn: calendar.dayOf(enteredAt), days }] : [];
    }),
    total: members.length,
  });
};
