import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { disqualifyReasons } from '#shared/contract/lead.contract.ts';
import { disqualifyLeads } from './leadActions.ts';
import type { ActedLead } from './leadStore.ts';

interface DisqualifyDialogProps {
  readonly leads: readonly ActedLead[];
  readonly onClose: () => void;
}

/** Gives leads up; a reason is needed, so that the source can be judged later. */
export function DisqualifyDialog({ leads, onClose }: DisqualifyDialogProps) {
  const t = useT();
  const [code, setCode] = useState<(typeof disqualifyReasons)[number] | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const needsWords = code === 'other' && reason.trim() === '';
  const submit = async () => {
    if (code === null || needsWords || busy) return;
    setBusy(true);
    const done = await disqualifyLeads(leads, code, reason);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t('leads.disqualify.title', { count: leads.length })}
      onClose={onClose}
      width={440}
      note={t('leads.disqualify.note')}
      submitLabel={t('leads.action.disqualify')}
      busy={busy}
      ready={code !== null && !needsWords}
      onSubmit={() => void submit()}
    >
      <Field label={t('fields.lead.reasonCode')}>
        {(control) => (
          <Select
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
            value={code}
            options={disqualifyReasons.map((value) => ({ value, label: t(`leads.reason.${value}`) }))}
            onChange={(chosen) => setCode(disqualifyReasons.find((value) => value === chosen) ?? null)}
          />
        )}
      </Field>
      <Field label={t('fields.lead.reason')} optional={code !== 'other'}>
        {(control) => <TextInput {...control} maxLength={500} value={reason} onChange={setReason} />}
      </Field>
    </FormDialog>
  );
}
