import { CalendarArrowDown } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { TaskFilesButton } from '#renderer/ui/TaskFilesButton.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { useAttach } from '#renderer/ui/useAttach.ts';
import { useRowFileDrop } from '#renderer/ui/useRowFileDrop.ts';
import { useTaskCalendar } from '#renderer/ui/useTaskCalendar.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import styles from './TasksTab.module.css';

/** The deal's tasks, open ones first; ticked, retitled, put off and added in place. */
export function TasksTab({ opportunityId }: { readonly opportunityId: string }) {
  const t = useT();
  const tasks = useOperationQuery(taskContract.ofOpportunity, { opportunityId });
  const setStatus = useOperationCommand(taskContract.setStatus, { undoLabel: () => t('tasks.status.changed') });
  const update = useOperationCommand(taskContract.update, { handles: true, undoLabel: () => t('tasks.edit.saved') });
  const file = useTaskCalendar(opportunityId);
  const { attach } = useAttach();
  const drop = useRowFileDrop((id, files) => void attach(files, { entity: 'task', id }));
  if (tasks.error) return <ErrorState failure={tasks.error.failure} onRetry={() => void tasks.refetch()} />;
  if (!tasks.data) return <Skeleton rows={6} />;
  return (
    <Card
      title={t('deal.tab.tasks')}
      flush
      more={
        <Button size="small" tone="quiet" icon={CalendarArrowDown} busy={file.busy} onClick={() => void file.save()}>
          {t('tasks.calendar.export')}
        </Button>
      }
    >
      <NewTask opportunityId={opportunityId} />
      {/* Rows take dropped files; the paper clip does the same by keyboard. */}
      <div {...drop}>
        <Table
          caption={t('deal.tab.tasks')}
          rows={tasks.data}
          rowKey={({ id }) => id}
          whenEmpty={<EmptyState title={t('tasks.empty.title')} detail={t('tasks.empty.detail')} />}
          columns={[
            {
              key: 'done',
              title: t('tasks.list.done'),
              hideTitle: true,
              width: 40,
              cell: (task) => (
                <Checkbox
                  checked={task.status === 'done'}
                  onChange={(done) => void setStatus.run({ id: task.id, status: done ? 'done' : 'open' })}
                >
                  <span className={styles.hidden}>{task.title}</span>
                </Checkbox>
              ),
            },
            {
              key: 'title',
              title: t('fields.task.title'),
              cell: (task) => (
                <InlineEdit
                  kind="text"
                  required
                  label={t('fields.task.title')}
                  value={task.title}
                  onSave={(title: string) => update.run({ id: task.id, fields: { title } })}
                />
              ),
            },
            {
              key: 'deliverable',
              title: t('tasks.list.deliverable'),
              width: 130,
              cell: (task) => <span className={styles.deliverable}>{task.deliverable}</span>,
            },
            {
              key: 'files',
              title: t('documents.card.title'),
              hideTitle: true,
              align: 'end',
              width: 72,
              cell: (task) => <TaskFilesButton task={task} />,
            },
            { key: 'stage', title: t('fields.opportunity.stageId'), width: 140, cell: (task) => task.stageName },
            { key: 'owner', title: t('fields.task.ownerId'), width: 110, cell: (task) => task.owner?.name ?? '' },
            {
              key: 'due',
              title: t('fields.task.dueDate'),
              width: 150,
              cell: (task) =>
                task.status === 'done' ? (
                  <DateText at={task.doneAt} />
                ) : (
                  <InlineEdit
                    kind="date"
                    label={t('fields.task.dueDate')}
                    value={task.dueDate}
                    onSave={(dueDate: string | null) => update.run({ id: task.id, fields: { dueDate } })}
                  />
                ),
            },
          ]}
        />
      </div>
    </Card>
  );
}

function NewTask({ opportunityId }: { readonly opportunityId: string }) {
  const t = useT();
  const [title, setTitle] = useState('');
  const [dueDate, setDueDate] = useState<string | null>(null);
  const create = useOperationCommand(taskContract.create, {
    undoLabel: () => t('deal.next.created'),
    onSuccess: () => setTitle(''),
  });
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void create.run({ title, dueDate, opportunityId });
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
  );
}
