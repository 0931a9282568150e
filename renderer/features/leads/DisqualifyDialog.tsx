import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { disqualifyReasons } from '#shared/contract/lead.contract.ts';
import { disqualifyLeads } from './leadActions.ts';
import styles from './LeadDialog.module.css';
import type { ActedLead } from './leadStore.ts';

interface DisqualifyDialogProps {
  readonly leads: readonly ActedLead[];
  readonly onClose: () => void;
}

/** Gives leads up; a reason is needed, so that the source can be judged later. */
export function DisqualifyDialog({ leads, onClose }: DisqualifyDialogProps) {
  const t = useT();
  const formId = useId();
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
    <Dialog
      title={t('leads.disqualify.title', { count: leads.length })}
      open
      onClose={onClose}
      width={440}
      note={t('leads.disqualify.note')}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={code === null || needsWords}>
            {t('leads.action.disqualify')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
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
      </form>
    </Dialog>
  );
}
