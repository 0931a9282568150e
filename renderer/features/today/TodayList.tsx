import { useT } from '#renderer/platform/language.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { useAttach } from '#renderer/ui/useAttach.ts';
import { useRowFileDrop } from '#renderer/ui/useRowFileDrop.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import { TaskRow } from './TaskRow.tsx';
import styles from './TodayList.module.css';
import type { TodaySection } from './todayModel.ts';

interface TodayListProps {
  readonly sections: readonly TodaySection[];
  readonly overdueTotal: number;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onDone: (task: Task) => void;
  readonly onLater: (task: Task) => void;
}

/** The tasks of the day by group; one row says what, where, why it is here and when. */
export function TodayList({ sections, overdueTotal, selected, onSelect, onDone, onLater }: TodayListProps) {
  const t = useT();
  const { attach } = useAttach();
  const drop = useRowFileDrop((id, files) => void attach(files, { entity: 'task', id }));
  if (sections.length === 0) {
    return (
      <Card>
        <EmptyState title={t('today.empty.title')} detail={t('today.empty.detail')} />
      </Card>
    );
  }
  return (
    // Rows take dropped files; the paper clip does the same by keyboard.
    <div className={styles.card} {...drop}>
      {sections.map(({ group, tasks }) => (
        <section key={group} aria-label={t(`today.group.${group}`)}>
          <h2 className={styles.head}>
            {t(`today.group.${group}`)}{' '}
            <span className={styles.count}>{group === 'overdue' ? overdueTotal : tasks.length}</span>
          </h2>
          <ul className={styles.rows}>
            {tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                group={group}
                selected={task.id === selected}
                onSelect={() => onSelect(task.id)}
                onDone={() => onDone(task)}
                onLater={() => onLater(task)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
