import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { type CalendarDay, type CalendarMonth, dayByKey } from './calendarModel.ts';
import styles from './CalendarPart.module.css';

interface MonthGridProps {
  readonly month: CalendarMonth;
  readonly today: string;
  /** The one day of the year that Tab reaches; arrow keys go on from it. */
  readonly focused: string;
  readonly onFocus: (day: string) => void;
  readonly onToggle: (day: CalendarDay) => void;
}

/** One small month, weeks beginning on Monday. */
export function MonthGrid({ month, today, focused, onFocus, onToggle }: MonthGridProps) {
  const t = useT();
  const format = useFormat();
  const title = format.month(month.first);
  return (
    <section className={styles.month} aria-label={t('settings.calendar.grid', { month: title })}>
      <h3 className={styles.monthTitle}>{title}</h3>
      <div className={styles.days}>
        {month.days.slice(0, 7).map((_, index) => (
          <span key={index} className={styles.weekday} aria-hidden>
            {shortWeekday(format.weekday(`2026-06-0${index + 1}`))}
          </span>
        ))}
        {month.days.map((day, index) => (
          <button
            key={day.day}
            type="button"
            data-day={day.day}
            style={index === 0 ? { gridColumnStart: month.lead + 1 } : undefined}
            className={classNames(
              styles.day,
              !day.working && styles.free,
              day.marked && (day.working ? day.weekend && styles.worked : styles.off),
              day.changed && styles.changed,
              day.day === today && styles.today,
            )}
            tabIndex={day.day === focused ? 0 : -1}
            aria-label={labelOf(day, t, format.day(day.day))}
            aria-pressed={!day.working}
            onFocus={() => onFocus(day.day)}
            onClick={() => onToggle(day)}
            onKeyDown={(event) => {
              const next = dayByKey(day.day, event.key);
              if (next === null) return;
              event.preventDefault();
              document.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus();
            }}
          >
            {Number(day.day.slice(8))}
            {day.marked ? <Mark day={day} /> : null}
          </button>
        ))}
      </div>
    </section>
  );
}

/** 周一 becomes 一, Mon becomes Mo. 2026-06-01 was a Monday. */
const shortWeekday = (name: string): string => (name.length === 2 ? name.slice(1) : name.slice(0, 2));

function Mark({ day }: { readonly day: CalendarDay }) {
  const t = useT();
  if (day.working && !day.weekend && !day.changed) return null;
  return <i aria-hidden>{t(day.working ? 'settings.calendar.worked' : 'settings.calendar.off')}</i>;
}

function labelOf(day: CalendarDay, t: Translate, written: string): string {
  const state = t(
    day.working
      ? day.weekend
        ? 'settings.calendar.workedDay'
        : 'settings.calendar.plainWorked'
      : day.marked
        ? 'settings.calendar.offDay'
        : 'settings.calendar.weekend',
  );
  return t(day.changed ? 'settings.calendar.dayLabelChanged' : 'settings.calendar.dayLabel', { day: written, state });
}
