import { CalendarClock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { activityIcon } from '#renderer/ui/activityIcons.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Light, type LightState } from '#renderer/ui/Light.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { TaskFilesButton } from '#renderer/ui/TaskFilesButton.tsx';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import type { TodayGroup } from './todayModel.ts';
import styles from './TaskRow.module.css';

interface TaskRowProps {
  readonly task: Task;
  readonly group: TodayGroup;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onDone: () => void;
  readonly onLater: () => void;
}

const lights: Record<TodayGroup, LightState> = { overdue: 'overdue', dueToday: 'today', week: 'planned' };

/** One task: tick it off, open its deal, put it off. */
export function TaskRow({ task, group, selected, onSelect, onDone, onLater }: TaskRowProps) {
  const t = useT();
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li
      ref={row}
      data-row={task.id}
      className={classNames(styles.row, selected && styles.selected)}
      aria-current={selected || undefined}
    >
      <button
        type="button"
        className={styles.tick}
        aria-label={t('today.task.complete', { title: task.title })}
        onClick={onDone}
        onFocus={onSelect}
      />
      <Light state={lights[group]} silent />
      <span className={styles.icon}>
        <Icon of={activityIcon(task.kind)} />
      </span>
      <div className={styles.what} onPointerDown={onSelect}>
        {task.opportunity ? <Link to={paths.deal(task.opportunity.id)}>{task.title}</Link> : <span>{task.title}</span>}
        <span className={styles.where}>{whereText(task, format)}</span>
      </div>
      <span className={styles.why}>
        {task.stageName === '' ? '' : t('today.task.stage', { stage: task.stageName })}
      </span>
      <span className={styles.files}>
        <TaskFilesButton task={task} />
      </span>
      <span className={styles.amount}>
        {task.opportunity ? <Amount minor={task.amountMinor} currency={task.currency} /> : null}
      </span>
      <span className={classNames(styles.due, group === 'overdue' && styles.late)}>{dueText(task, group, format)}</span>
      <IconButton icon={CalendarClock} label={t('today.command.later')} onClick={onLater} />
    </li>
  );
}

function whereText({ account, opportunity }: Task, format: Format): string {
  return format.list([account?.name, opportunity?.name].filter((name) => name !== undefined));
}

function dueText(task: Task, group: TodayGroup, format: Format): string {
  if (group === 'dueToday' && task.dueMinute !== null) return format.minuteOfDay(task.dueMinute);
  return task.dueDate === null ? '' : format.relativeDay(task.dueDate);
}
