import type { funnelContract } from '#shared/contract/funnel.contract.ts';
import { countFunnel } from '#shared/domain/funnel/countFunnel.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { err, ok } from '#shared/lib/result.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadFunnel } from './loadFunnel.ts';

/** Conversion, time in stage and what the gaps cost, per stage of a process. */
export const getFunnel: Handler<(typeof funnelContract)['get']> = (context, input) => {
  const funnel = loadFunnel(context, input);
  if (!funnel) return err({ type: 'notFound', entity: 'process', id: input.processId });
  const { stages, window, calendar, countDays, history } = funnel;
  const question = { stages, window, now: context.now, countDays, quarterOf: quarterIn(calendar) };
  return ok({
    ...countFunnel(question, funnel.cases()),
    history: history && { from: calendar.dayOf(history.from), to: calendar.dayOf(history.to) },
  });
};

/** The quarter of an instant in the calendar's zone. Asked for every entry, so it is kept per day of UTC that lies in one. */
function quarterIn(calendar: WorkCalendar): (instant: number) => string {
  const exact = (instant: number) => {
    const day = calendar.dayOf(instant);
    return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  };
  const kept = new Map<number, string | null>();
  return (instant) => {
    const day = Math.floor(instant / DAY_MS);
    let quarter = kept.get(day);
    if (quarter === undefined) {
      const first = exact(day * DAY_MS);
      quarter = first === exact((day + 1) * DAY_MS - 1) ? first : null;
      kept.set(day, quarter);
    }
    return quarter ?? exact(instant);
  };
}
