import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { calendarContract } from '#shared/contract/calendar.contract.ts';
import { CalendarLegend } from './CalendarLegend.tsx';
import { type CalendarDay, monthsOf, toggledChanges } from './calendarModel.ts';
import styles from './CalendarPart.module.css';
import { MonthGrid } from './MonthGrid.tsx';

/** 工作日历: a year at a glance; a click or Enter turns a day over, and everything that counts working days follows. */
export function CalendarPart() {
  const t = useT();
  const format = useFormat();
  const today = regionStore(({ today: day }) => day);
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [focused, setFocused] = useState<string | null>(null);
  const view = useOperationQuery(calendarContract.get, { year }, { keepPrevious: true });
  const toggle = useOperationCommand(calendarContract.save);
  const reset = useOperationCommand(calendarContract.save, {
    undoLabel: () => t('settings.calendar.resetDone', { year }),
  });
  if (view.error) return <ErrorState failure={view.error.failure} onRetry={() => void view.refetch()} />;
  const { data } = view;
  if (!data) return <Skeleton rows={8} height={60} />;
  const changes = data.daysOff.length + data.workedDays.length;
  const busy = toggle.pending || reset.pending;
  const turn = async (day: CalendarDay): Promise<void> => {
    setFocused(day.day);
    if (busy) return;
    const answer = await toggle.run(toggledChanges(data, day));
    if (!answer.ok || answer.transaction === undefined) return;
    const key = day.working ? 'settings.calendar.setOff' : 'settings.calendar.setWorked';
    offerUndo(answer.transaction, t(key, { day: format.day(day.day) }));
  };
  return (
    <>
      <Card
        title={t('settings.calendar.title', { year: data.year, count: data.workingDays })}
        sub={
          changes === 0 ? t('settings.calendar.sameAsShipped') : t('settings.calendar.changedCount', { count: changes })
        }
        more={
          <span className={styles.tools}>
            <Button
              size="small"
              disabled={changes === 0}
              onClick={() => void reset.run({ year: data.year, daysOff: [], workedDays: [] })}
            >
              {t('settings.calendar.reset')}
            </Button>
            <IconButton
              size="small"
              icon={ChevronLeft}
              label={t('settings.calendar.previous')}
              disabled={year <= 2000}
              onClick={() => setYear(year - 1)}
            />
            <IconButton
              size="small"
              icon={ChevronRight}
              label={t('settings.calendar.next')}
              disabled={year >= 2099}
              onClick={() => setYear(year + 1)}
            />
          </span>
        }
      >
        <p className={styles.detail}>{t('settings.calendar.detail')}</p>
        {data.known ? null : <p className={styles.assumed}>{t('settings.calendar.assumed', { year: data.year })}</p>}
        <CalendarLegend />
        <div className={styles.months}>
          {monthsOf(data).map((month) => (
            <MonthGrid
              key={month.first}
              month={month}
              today={data.today}
              focused={focused?.startsWith(String(data.year)) ? focused : `${data.year}-01-01`}
              onFocus={setFocused}
              onToggle={(day) => void turn(day)}
            />
          ))}
        </div>
      </Card>
    </>
  );
}
