import { CalendarArrowDown } from 'lucide-react';
import { useCommands } from '#renderer/platform/commands.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { useTaskCalendar } from '#renderer/ui/useTaskCalendar.ts';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import { MyDay } from './MyDay.tsx';
import { TeamDay } from './TeamDay.tsx';
import styles from './TodayScreen.module.css';
import { readTodaySearch, type TodayAnswer } from './todayModel.ts';

/** 今日: what is overdue, what is due, what stands still; everything is done from here. Who leads others sees theirs, too. */
export function TodayScreen() {
  const t = useT();
  const format = useFormat();
  const me = useWorkspace()?.me ?? null;
  const answer = useOperationQuery(taskContract.today, me ? { ownerId: me.id } : {});
  const team = useOperationQuery(noticeContract.team, {}, { enabled: me !== null });
  const file = useTaskCalendar();
  useCommands([
    {
      id: 'today.exportCalendar',
      titleKey: 'tasks.calendar.export',
      group: 'view',
      icon: CalendarArrowDown,
      run: () => void file.save(),
    },
  ]);
  const [search, setSearch] = useSearchState(readTodaySearch);
  const leads = (team.data?.members.length ?? 0) > 0;
  const showsTeam = search.view === 'team' && leads;
  const title = answer.data
    ? `${format.day(answer.data.today)} ${format.weekday(answer.data.today)}`
    : t('today.page.title');
  const shown = showsTeam ? team : answer;
  return (
    <>
      <PageBar title={title}>
        {answer.data && !showsTeam ? <Summary answer={answer.data} /> : null}
        {leads ? (
          <Segmented
            size="small"
            label={t('today.view.label')}
            value={search.view}
            options={(['mine', 'team'] as const).map((value) => ({ value, label: t(`today.view.${value}`) }))}
            onChange={(view) => setSearch({ view })}
          />
        ) : null}
        <IconButton
          icon={CalendarArrowDown}
          label={t('tasks.calendar.export')}
          disabled={file.busy}
          onClick={() => void file.save()}
        />
      </PageBar>
      {shown.error ? (
        <ErrorState failure={shown.error.failure} onRetry={() => void shown.refetch()} />
      ) : showsTeam && team.data ? (
        <TeamDay team={team.data} />
      ) : answer.data ? (
        <MyDay answer={answer.data} memberId={me?.id ?? ''} />
      ) : (
        <div className={styles.screen}>
          <Skeleton rows={8} />
        </div>
      )}
    </>
  );
}

function Summary({ answer }: { readonly answer: TodayAnswer }) {
  const t = useT();
  const separator = t('today.summary.separator');
  return (
    <span className={styles.summary}>
      {t('today.summary.overdue')}{' '}
      <b className={answer.overdueTotal > 0 ? styles.overdue : undefined}>{answer.overdueTotal}</b>
      {separator}
      {t('today.summary.dueToday')} <b>{answer.dueToday.length}</b>
      {separator}
      {t('today.summary.week')} <b>{answer.week.length}</b>
      {separator}
      {t('today.summary.stalled')} <b>{answer.stalledTotal}</b>
    </span>
  );
}
