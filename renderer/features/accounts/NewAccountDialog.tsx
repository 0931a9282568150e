import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import styles from './NewAccountDialog.module.css';

/** A new account needs a name only; accounts that are called alike are shown while it is typed. */
export function NewAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [city, setCity] = useState('');
  const text = name.trim();
  const alike = useOperationQuery(
    accountContract.suggest,
    { text, limit: 4 },
    { enabled: text.length > 1, keepPrevious: true },
  );
  const create = useOperationCommand(accountContract.create, {
    undoLabel: () => t('accounts.add.done', { name: text }),
    onSuccess: ({ id }) => {
      onClose();
      go(paths.account(id));
    },
  });
  const found = text.length > 1 ? (alike.data ?? []) : [];
  return (
    <FormDialog
      title={t('accounts.add.title')}
      onClose={onClose}
      width={440}
      submitLabel={t('app.action.save')}
      busy={create.pending}
      ready={text !== ''}
      onSubmit={() => void create.run({ fields: { name: text, city } })}
    >
      <Field label={t('fields.account.name')}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
            maxLength={200}
            value={name}
            onChange={setName}
          />
        )}
      </Field>
      {found.length > 0 ? (
        <div className={styles.alike} role="status">
          <span>{t('accounts.add.alike')}</span>
          {found.map((account) => (
            <Link key={account.id} to={paths.account(account.id)}>
              {account.name}
            </Link>
          ))}
        </div>
      ) : null}
      <Field label={t('fields.account.city')} optional>
        {(control) => <TextInput {...control} maxLength={200} value={city} onChange={setCity} />}
      </Field>
    </FormDialog>
  );
}
