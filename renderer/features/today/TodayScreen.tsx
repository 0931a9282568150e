import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import { QuickLogLine } from './QuickLogLine.tsx';
import { RescheduleDialog } from './RescheduleDialog.tsx';
import { ScheduleCard } from './ScheduleCard.tsx';
import { StalledCard } from './StalledCard.tsx';
import { TodayList } from './TodayList.tsx';
import styles from './TodayScreen.module.css';
import { neighbour, todaySections } from './todayModel.ts';
import { useTaskStatus } from './useTaskStatus.ts';

/** 今日: what is overdue, what is due, what comes in seven days; everything is done from here. */
export function TodayScreen() {
  const t = useT();
  const format = useFormat();
  const me = useWorkspace()?.me ?? null;
  const answer = useOperationQuery(taskContract.today, me ? { ownerId: me.id } : {});
  const [selected, setSelected] = useState<string | null>(null);
  const [later, setLater] = useState<string | null>(null);
  const setStatus = useTaskStatus();
  const sections = answer.data ? todaySections(answer.data) : [];
  const tasks = sections.flatMap((section) => section.tasks);
  const current = tasks.find((task) => task.id === selected) ?? null;
  const onTask = () => current !== null && later === null;
  useCommands([
    {
      id: 'today.next',
      titleKey: 'today.command.next',
      group: 'view',
      keys: 'arrowdown',
      hidden: true,
      run: () => setSelected(neighbour(tasks, selected, 1)),
    },
    {
      id: 'today.previous',
      titleKey: 'today.command.previous',
      group: 'view',
      keys: 'arrowup',
      hidden: true,
      run: () => setSelected(neighbour(tasks, selected, -1)),
    },
    {
      id: 'today.done',
      titleKey: 'today.command.done',
      group: 'view',
      keys: 'space',
      when: onTask,
      run: () => current && setStatus(current, 'done'),
    },
    {
      id: 'today.later',
      titleKey: 'today.command.later',
      group: 'view',
      keys: 's',
      when: onTask,
      run: () => setLater(selected),
    },
    {
      id: 'today.open',
      titleKey: 'today.command.open',
      group: 'view',
      keys: 'enter',
      when: () => onTask() && current?.opportunity !== null,
      run: () => current?.opportunity && go(paths.deal(current.opportunity.id)),
    },
  ]);
  const title = answer.data
    ? `${format.day(answer.data.today)} ${format.weekday(answer.data.today)}`
    : t('today.page.title');
  const late = tasks.find((task) => task.id === later) ?? null;
  return (
    <>
      <PageBar title={title}>
        {answer.data ? (
          <span className={styles.summary}>
            {t('today.summary.overdue')} <b className={styles.overdue}>{answer.data.overdueTotal}</b>
            {t('today.summary.separator')}
            {t('today.summary.dueToday')} <b>{answer.data.dueToday.length}</b>
            {t('today.summary.separator')}
            {t('today.summary.week')} <b>{answer.data.week.length}</b>
          </span>
        ) : null}
      </PageBar>
      <div className={styles.screen}>
        <div className={styles.main}>
          <QuickLogLine />
          {answer.error ? (
            <ErrorState failure={answer.error.failure} onRetry={() => void answer.refetch()} />
          ) : answer.data ? (
            <TodayList
              sections={sections}
              overdueTotal={answer.data.overdueTotal}
              selected={selected}
              onSelect={setSelected}
              onDone={(task) => setStatus(task, 'done')}
              onLater={(task) => setLater(task.id)}
            />
          ) : (
            <Skeleton rows={8} />
          )}
        </div>
        {answer.data ? (
          <div className={styles.side}>
            <ScheduleCard answer={answer.data} />
            <StalledCard deals={answer.data.stalled} />
          </div>
        ) : null}
      </div>
      {late ? <RescheduleDialog task={late} onClose={() => setLater(null)} /> : null}
    </>
  );
}
