import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { assignLeads } from './leadActions.ts';
import type { ActedLead } from './leadStore.ts';

interface AssignDialogProps {
  readonly leads: readonly ActedLead[];
  readonly onClose: () => void;
}

/** Gives leads to somebody; the holding time starts for them. */
export function AssignDialog({ leads, onClose }: AssignDialogProps) {
  const t = useT();
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
    <FormDialog
      title={t('leads.assign.title', { count: leads.length })}
      onClose={onClose}
      width={420}
      submitLabel={t('leads.action.assign')}
      busy={busy}
      ready={ownerId !== null}
      onSubmit={() => void submit()}
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
    </FormDialog>
  );
}
