import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChoiceList } from '#renderer/ui/ChoiceList.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import { stallCodes } from '#shared/domain/notices/stallCodes.ts';
import styles from './StallReasonDialog.module.css';
import type { StallRequest } from './useStallRequest.ts';

interface StallReasonDialogProps {
  readonly request: StallRequest;
  readonly onClose: () => void;
}

/** Asks why a deal stays in its stage: one choice, and a sentence where the choice does not say it. */
export function StallReasonDialog({ request, onClose }: StallReasonDialogProps) {
  const t = useT();
  const formId = useId();
  const [code, setCode] = useState<(typeof stallCodes)[number] | null>(null);
  const [note, setNote] = useState('');
  const give = useOperationCommand(noticeContract.giveStallReason, {
    undoLabel: (_output, input) => t('notices.stall.saved', { reason: t(`notices.stallCode.${input.code}`) }),
    onSuccess: onClose,
  });
  const ready = code !== null && (code !== 'other' || note.trim() !== '');
  return (
    <Dialog
      title={t('notices.stall.title')}
      open
      onClose={onClose}
      width={460}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={give.pending} disabled={!ready}>
            {t('app.action.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !give.pending) void give.run({ opportunityId: request.opportunityId, code, note });
        }}
      >
        <p className={styles.deal}>{request.name}</p>
        <ChoiceList
          label={t('notices.stall.code')}
          value={code}
          options={stallCodes.map((value) => ({ value, label: t(`notices.stallCode.${value}`) }))}
          onChange={setCode}
        />
        <Field label={t('notices.stall.note')} optional={code !== 'other'}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={500}
              value={note}
              placeholder={t('notices.stall.noteHint')}
              onChange={setNote}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
