import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import styles from './LeadScreen.module.css';

/** What is to be done about a lead; conversion takes it along. */
export function LeadTasksCard({ leadId }: { readonly leadId: string }) {
  const t = useT();
  const [title, setTitle] = useState('');
  const [dueDate, setDueDate] = useState<string | null>(null);
  const tasks = useOperationQuery(taskContract.ofLead, { leadId });
  const setStatus = useOperationCommand(taskContract.setStatus, { undoLabel: () => t('tasks.status.changed') });
  const create = useOperationCommand(taskContract.create, {
    undoLabel: () => t('leads.task.added'),
    onSuccess: () => setTitle(''),
  });
  return (
    <Card title={t('leads.task.title')}>
      <ul className={styles.tasks}>
        {(tasks.data ?? []).map((task) => (
          <li key={task.id}>
            <Checkbox
              checked={task.status === 'done'}
              onChange={(done) => void setStatus.run({ id: task.id, status: done ? 'done' : 'open' })}
            >
              {task.title}
            </Checkbox>
            {task.dueDate === null ? null : <DateText day={task.dueDate} />}
          </li>
        ))}
      </ul>
      <form
        className={styles.addTask}
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') void create.run({ title, dueDate, leadId });
        }}
      >
        <TextInput
          value={title}
          maxLength={200}
          aria-label={t('tasks.add.title')}
          placeholder={t('tasks.add.title')}
          onChange={setTitle}
        />
        <DateInput aria-label={t('fields.task.dueDate')} value={dueDate} onChange={setDueDate} />
        <Button type="submit" busy={create.pending} disabled={title.trim() === ''}>
          {t('tasks.add.button')}
        </Button>
      </form>
    </Card>
  );
}
