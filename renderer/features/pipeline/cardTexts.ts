import type { Format } from '#renderer/platform/format.ts';
import type { LightState } from '#renderer/ui/Light.tsx';
import { daysBetween } from '#shared/i18n/formatDate.ts';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** How the next activity stands: its light and the words beside it. */
export interface NextStep {
  readonly light: LightState;
  readonly text: string;
}

/** The next activity of a deal in words: 9月21日 科室需求访谈, 今天 10:00 约见许副院长, 逾期3天 立项批复截图. */
export function nextStepOf(next: DealCard['next'], today: string, t: Translate, format: Format): NextStep {
  if (next === null) return { light: 'none', text: t('app.light.none') };
  const { title, dueDate, dueMinute } = next;
  if (dueDate === null) return { light: 'planned', text: title };
  const distance = daysBetween(today, dueDate);
  if (distance < 0) return { light: 'overdue', text: t('pipeline.card.overdue', { days: -distance, title }) };
  const time = dueMinute === null ? '' : ` ${format.minuteOfDay(dueMinute)}`;
  if (distance === 0) return { light: 'today', text: `${t('pipeline.card.today')}${time} ${title}` };
  return { light: 'planned', text: `${format.day(dueDate)}${time} ${title}` };
}

/** The expected close as short as a card allows: the day this year, the month in another. */
export function closeText(day: string | null, today: string, format: Format): string {
  if (day === null) return '';
  return day.slice(0, 4) === today.slice(0, 4) ? format.day(day) : format.month(day);
}
