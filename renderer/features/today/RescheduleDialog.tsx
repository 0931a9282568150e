import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { type Task, taskContract } from '#shared/contract/opportunity.contract.ts';
import { isIsoDate } from '#shared/lib/time.ts';

interface RescheduleDialogProps {
  readonly task: Task;
  readonly onClose: () => void;
}

/** Puts a task off to another day. */
export function RescheduleDialog({ task, onClose }: RescheduleDialogProps) {
  const t = useT();
  const [day, setDay] = useState<string | null>(task.dueDate);
  const update = useOperationCommand(taskContract.update, {
    undoLabel: () => t('today.reschedule.done', { title: task.title }),
    onSuccess: onClose,
  });
  const ready = day !== null && isIsoDate(day) && day !== task.dueDate;
  const save = () => {
    if (ready) void update.run({ id: task.id, fields: { dueDate: day } });
  };
  return (
    <Dialog
      title={t('today.reschedule.title')}
      open
      onClose={onClose}
      width={360}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" disabled={!ready} busy={update.pending} onClick={save}>
            {t('app.action.save')}
          </Button>
        </>
      }
    >
      <Field label={task.title}>
        {(control) => (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to fill in of a dialog that was asked for
          <DateInput {...control} autoFocus value={day} onChange={setDay} />
        )}
      </Field>
    </Dialog>
  );
}
