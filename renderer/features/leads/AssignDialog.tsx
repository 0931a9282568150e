import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { assignLeads } from './leadActions.ts';
import styles from './LeadDialog.module.css';
import type { ActedLead } from './leadStore.ts';

interface AssignDialogProps {
  readonly leads: readonly ActedLead[];
  readonly onClose: () => void;
}

/** Gives leads to somebody; the holding time starts for them. */
export function AssignDialog({ leads, onClose }: AssignDialogProps) {
  const t = useT();
  const formId = useId();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const members = useOperationQuery(settingsContract.members, {});
  const submit = async () => {
    if (ownerId === null || busy) return;
    setBusy(true);
    const done = await assignLeads(leads, ownerId);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('leads.assign.title', { count: leads.length })}
      open
      onClose={onClose}
      width={420}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={ownerId === null}>
            {t('leads.action.assign')}
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
        <Field label={t('fields.lead.ownerId')}>
          {(control) => (
            <Select
              {...control}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog that was asked for
              autoFocus
              value={ownerId}
              options={(members.data ?? [])
                .filter(({ active }) => active)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setOwnerId}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
