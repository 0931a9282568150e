import { useT } from '#renderer/platform/language.ts';
import { useAttach } from '#renderer/ui/useAttach.ts';
import { useRowFileDrop } from '#renderer/ui/useRowFileDrop.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import { DayGroup } from './DayGroup.tsx';
import { StalledRow } from './StalledRow.tsx';
import { TaskRow } from './TaskRow.tsx';
import styles from './TodayList.module.css';
import type { TodaySection } from './todayModel.ts';

interface TodayListProps {
  readonly sections: readonly TodaySection[];
  readonly overdueTotal: number;
  readonly stalled: readonly DealCard[];
  readonly stalledTotal: number;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onDone: (task: Task) => void;
  readonly onLater: (task: Task) => void;
}

/** The day by group: tasks by when they are due, then the deals that stand still. */
export function TodayList({ sections, overdueTotal, stalled, stalledTotal, ...rows }: TodayListProps) {
  const t = useT();
  const { attach } = useAttach();
  const drop = useRowFileDrop((id, files) => void attach(files, { entity: 'task', id }));
  return (
    // Rows take dropped files; the paper clip does the same by keyboard.
    <div className={styles.card} {...drop}>
      {sections.map(({ group, tasks }) => (
        <DayGroup
          key={group}
          title={t(`today.group.${group}`)}
          count={group === 'overdue' ? overdueTotal : tasks.length}
        >
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              group={group}
              selected={task.id === rows.selected}
              onSelect={() => rows.onSelect(task.id)}
              onDone={() => rows.onDone(task)}
              onLater={() => rows.onLater(task)}
            />
          ))}
        </DayGroup>
      ))}
      <DayGroup title={t('today.stalled.title')} count={stalledTotal}>
        {stalled.map((deal) => (
          <StalledRow
            key={deal.id}
            deal={deal}
            selected={deal.id === rows.selected}
            onSelect={() => rows.onSelect(deal.id)}
          />
        ))}
      </DayGroup>
    </div>
  );
}
