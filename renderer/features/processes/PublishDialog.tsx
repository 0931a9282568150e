import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { processContract, type ProcessLine } from '#shared/contract/process.contract.ts';
import type { DraftDifference } from '#shared/domain/processes/compareDrafts.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './PublishDialog.module.css';

interface PublishDialogProps {
  readonly process: ProcessLine;
  readonly differences: readonly DraftDifference[];
  readonly onClose: () => void;
  /** Deals run in an older version now: somebody may want to migrate them. */
  readonly onPublished: () => void;
}

/** Says what will be different, takes a note, and makes the draft the version that new deals enter with. */
export function PublishDialog({ process, differences, onClose, onPublished }: PublishDialogProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const publish = useOperationCommand(processContract.publish, {
    undoLabel: ({ number }) => t('processes.publish.done', { number }),
    onSuccess: () => {
      onClose();
      onPublished();
    },
  });
  return (
    <FormDialog
      title={t('processes.publish.title', { number: (process.version?.number ?? 0) + 1 })}
      onClose={onClose}
      note={process.runningCount > 0 ? t('processes.publish.running', { count: process.runningCount }) : null}
      submitLabel={t('processes.publish.button')}
      busy={publish.pending}
      ready={true}
      onSubmit={() => void publish.run({ id: process.id, note })}
    >
      <Field label={t('processes.publish.note')} optional>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog that was asked for
            autoFocus
            maxLength={200}
            value={note}
            placeholder={t('processes.publish.noteHint')}
            onChange={setNote}
          />
        )}
      </Field>
      {process.version === null ? (
        <p className={styles.hint}>{t('processes.publish.first')}</p>
      ) : (
        <div className={styles.list}>
          <DifferenceList differences={differences} />
        </div>
      )}
    </FormDialog>
  );
}
