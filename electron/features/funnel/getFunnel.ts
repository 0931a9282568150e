import type { funnelContract } from '#shared/contract/funnel.contract.ts';
import { funnelQuarters } from '#shared/domain/funnel/funnelQuarters.ts';
import { funnelStages } from '#shared/domain/funnel/funnelStages.ts';
import { processEntrants } from '#shared/domain/funnel/processEntrants.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadFunnel } from './loadFunnel.ts';

/** Conversion, time in stage and what the gaps cost, per stage of a process. */
export const getFunnel: Handler<(typeof funnelContract)['get']> = (context, input) => {
  const funnel = loadFunnel(context, input);
  if (!funnel) return err({ type: 'notFound', entity: 'process', id: input.processId });
  const { stages, cases, window, calendar, countDays, history } = funnel;
  const quarterOf = (instant: number) => {
    const day = calendar.dayOf(instant);
    return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  };
  return ok({
    stages: funnelStages(stages, cases, window, context.now, countDays),
    ...processEntrants(cases, window),
    quarters: funnelQuarters(
      stages.map((stage) => stage.stageId),
      cases,
      window,
      quarterOf,
    ),
    history: history && { from: calendar.dayOf(history.from), to: calendar.dayOf(history.to) },
  });
};
