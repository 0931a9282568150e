import { Plus } from 'lucide-react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DraftTask } from '#shared/contract/processDraft.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { focusPlace } from './problemPlace.ts';
import styles from './StageEditor.module.css';
import { newKey, type StagePartProps } from './stagePartProps.ts';
import { TaskForm } from './TaskForm.tsx';

/** 关键任务 that a deal gets when it enters the stage. */
export function TasksEditor({ stage, path, problems, onChange }: StagePartProps) {
  const t = useT();
  const { tasks } = stage;
  const set = (next: DraftTask[], undoLabel?: string) => onChange({ ...stage, tasks: next }, undoLabel);
  const add = () => {
    const task: DraftTask = {
      key: newKey(),
      title: '',
      kind: 'task',
      ownerRole: 'owner',
      dueDays: 5,
      deliverable: '',
      deliverableRequired: false,
    };
    set([...tasks, task]);
    focusPlace(`${path}.tasks.${tasks.length}.title`);
  };
  return (
    <section className={styles.group}>
      <header className={styles.groupHead}>
        <span className={styles.quiet}>{t('processes.task.hint')}</span>
        <Button size="small" icon={Plus} onClick={add}>
          {t('processes.task.add')}
        </Button>
      </header>
      {tasks.length === 0 ? <p className={styles.none}>{t('processes.task.none')}</p> : null}
      <SortableList
        label={t('processes.part.tasks')}
        items={tasks}
        keyOf={({ key }) => key}
        nameOf={({ title }) => title || t('processes.task.unnamed')}
        onMove={(from, to) => set(moveItem(tasks, from, to))}
      >
        {(task, place) => (
          <TaskForm
            task={task}
            path={`${path}.tasks.${place}`}
            problems={problems}
            onChange={(next) => set(tasks.with(place, next))}
            onRemove={() =>
              set(
                tasks.toSpliced(place, 1),
                t('processes.removed.part', { name: task.title || t('processes.task.unnamed') }),
              )
            }
          />
        )}
      </SortableList>
    </section>
  );
}
