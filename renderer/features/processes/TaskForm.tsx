import { useT } from '#renderer/platform/language.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { type DraftProblem, type DraftTask, ownerRoles, taskKinds } from '#shared/contract/processDraft.ts';
import { Place } from './Place.tsx';
import styles from './StageEditor.module.css';

interface TaskFormProps {
  readonly task: DraftTask;
  readonly path: string;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (task: DraftTask) => void;
  readonly onRemove: () => void;
}

/** One key task: what, by whom, until when, and what comes out of it. */
export function TaskForm({ task, path, problems, onChange, onRemove }: TaskFormProps) {
  const t = useT();
  const set = (patch: Partial<DraftTask>) => onChange({ ...task, ...patch });
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <Place path={`${path}.title`} label={t('processes.task.title')} problems={problems}>
            {(control) => (
              <TextInput {...control} maxLength={200} value={task.title} onChange={(title) => set({ title })} />
            )}
          </Place>
        </div>
        <div className={styles.act}>
          <DeleteButton
            label={t('processes.remove.part', { name: task.title || t('processes.task.unnamed') })}
            onDelete={onRemove}
          />
        </div>
      </div>
      <div className={styles.line}>
        <div className={styles.param}>
          <Place path={`${path}.kind`} label={t('processes.task.kind')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                value={task.kind}
                options={taskKinds.map((value) => ({ value, label: t(`processes.taskKind.${value}`) }))}
                onChange={(value) => set({ kind: taskKinds.find((known) => known === value) ?? task.kind })}
              />
            )}
          </Place>
        </div>
        <div className={styles.param}>
          <Place path={`${path}.ownerRole`} label={t('processes.task.owner')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                value={task.ownerRole}
                options={ownerRoles.map((value) => ({ value, label: t(`processes.ownerRole.${value}`) }))}
                onChange={(value) => set({ ownerRole: ownerRoles.find((known) => known === value) ?? task.ownerRole })}
              />
            )}
          </Place>
        </div>
        <div className={styles.small}>
          <Place path={`${path}.dueDays`} label={t('processes.task.due')} problems={problems}>
            {(control) => <NumberInput {...control} value={task.dueDays} onChange={(dueDays) => set({ dueDays })} />}
          </Place>
        </div>
        <div className={styles.grow}>
          <Place path={`${path}.deliverable`} label={t('processes.task.deliverable')} problems={problems} optional>
            {(control) => (
              <TextInput
                {...control}
                maxLength={200}
                value={task.deliverable}
                onChange={(deliverable) => set({ deliverable })}
              />
            )}
          </Place>
        </div>
      </div>
      <Checkbox checked={task.deliverableRequired} onChange={(deliverableRequired) => set({ deliverableRequired })}>
        {t('processes.task.required')}
      </Checkbox>
    </div>
  );
}
