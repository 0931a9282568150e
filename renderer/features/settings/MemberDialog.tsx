import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { type Member, settingsContract } from '#shared/contract/settings.contract.ts';

const roles = ['seller', 'manager', 'coach', 'admin'] as const;

interface MemberDialogProps {
  /** Null for a new person. */
  readonly member: Member | null;
  readonly onClose: () => void;
}

/** Adds a person or changes one. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const t = useT();
  const [draft, setDraft] = useState({
    name: member?.name ?? '',
    email: member?.email ?? '',
    role: member?.role ?? ('seller' as const),
    active: member?.active ?? true,
    managerId: member?.managerId ?? null,
  });
  const save = useOperationCommand(settingsContract.saveMember, {
    undoLabel: (_output, { name }) => t('settings.people.saved', { name }),
    onSuccess: onClose,
  });
  const members = useOperationQuery(settingsContract.members, {});
  const ready = draft.name.trim() !== '';
  return (
    <FormDialog
      title={t(member ? 'settings.people.edit' : 'settings.people.add')}
      onClose={onClose}
      width={440}
      submitLabel={t('app.action.save')}
      busy={save.pending}
      ready={ready}
      onSubmit={() => void save.run({ ...draft, ...(member ? { id: member.id } : {}) })}
    >
      <Field label={t('settings.people.name')}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
            maxLength={200}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
          />
        )}
      </Field>
      <Field label={t('settings.people.role')}>
        {(control) => (
          <Select
            {...control}
            value={draft.role}
            options={roles.map((role) => ({ value: role, label: t(`settings.role.${role}`) }))}
            onChange={(role) => setDraft({ ...draft, role: roles.find((known) => known === role) ?? 'seller' })}
          />
        )}
      </Field>
      <Field label={t('settings.people.manager')} hint={t('settings.people.managerHint')} optional>
        {(control) => (
          <Select
            {...control}
            clearable
            value={draft.managerId}
            placeholder={t('settings.people.noManager')}
            options={(members.data ?? [])
              .filter(({ id, active }) => id !== member?.id && (active || id === draft.managerId))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(managerId) => setDraft({ ...draft, managerId })}
          />
        )}
      </Field>
      <Field label={t('settings.people.email')} optional>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            maxLength={200}
            value={draft.email}
            onChange={(email) => setDraft({ ...draft, email })}
          />
        )}
      </Field>
      {member ? (
        <Checkbox checked={draft.active} onChange={(active) => setDraft({ ...draft, active })}>
          {t('settings.people.active')}
        </Checkbox>
      ) : null}
    </FormDialog>
  );
}
