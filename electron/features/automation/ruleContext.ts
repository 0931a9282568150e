import type { RuleClock } from '#shared/domain/automation/dealFacts.ts';
import { isoDate } from '#shared/lib/time.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** What running rules needs of a command's context. */
export type RuleContext = Pick<CommandContext, 'db' | 'now' | 'today' | 'timeZone' | 'actorId' | 'newId'>;

/** The moment as rules see it: one now, one calendar. */
export const ruleClock = (context: Pick<RuleContext, 'db' | 'now' | 'today' | 'timeZone'>): RuleClock => ({
  now: context.now,
  today: isoDate(context.today),
  calendar: workCalendar(context),
});
