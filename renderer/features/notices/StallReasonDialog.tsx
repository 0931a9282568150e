import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { ChoiceList } from '#renderer/ui/ChoiceList.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
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
  const [code, setCode] = useState<(typeof stallCodes)[number] | null>(null);
  const [note, setNote] = useState('');
  const give = useOperationCommand(noticeContract.giveStallReason, {
    undoLabel: (_output, input) => t('notices.stall.saved', { reason: t(`notices.stallCode.${input.code}`) }),
    onSuccess: onClose,
  });
  const ready = code !== null && (code !== 'other' || note.trim() !== '');
  return (
    <FormDialog
      title={t('notices.stall.title')}
      onClose={onClose}
      width={460}
      submitLabel={t('app.action.save')}
      busy={give.pending}
      ready={ready}
      onSubmit={() => code !== null && void give.run({ opportunityId: request.opportunityId, code, note })}
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
    </FormDialog>
  );
}
