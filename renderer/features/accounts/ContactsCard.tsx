import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { contactContract, type ContactRow } from '#shared/contract/account.contract.ts';
import styles from './ContactsCard.module.css';

interface ContactsCardProps {
  readonly accountId: string;
  readonly contacts: readonly ContactRow[];
}

/** The people of an account with their last touch; a new one needs a name only. */
export function ContactsCard({ accountId, contacts }: ContactsCardProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const create = useOperationCommand(contactContract.create, {
    undoLabel: () => t('contacts.add.done', { name }),
    onSuccess: () => {
      setName('');
      setTitle('');
    },
  });
  return (
    <Card title={t('contacts.list.title')} sub={contacts.length} flush>
      <Table
        caption={t('contacts.list.title')}
        rows={contacts}
        rowKey={({ id }) => id}
        rowTo={({ id }) => paths.contact(id)}
        whenEmpty={<EmptyState title={t('contacts.list.empty')} />}
        columns={[
          { key: 'name', title: t('fields.contact.name'), cell: (row) => row.name },
          { key: 'title', title: t('fields.contact.title'), cell: (row) => row.title },
          { key: 'department', title: t('fields.contact.department'), cell: (row) => row.department },
          { key: 'mobile', title: t('fields.contact.mobile'), width: 130, cell: (row) => row.mobile },
          { key: 'deals', title: t('accounts.list.openDeals'), width: 80, align: 'end', cell: (row) => row.openDeals },
          {
            key: 'touch',
            title: t('accounts.list.lastTouch'),
            width: 110,
            align: 'end',
            cell: (row) => <DateText at={row.lastTouchAt} />,
          },
        ]}
      />
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void create.run({ fields: { name, title, accountId } });
        }}
      >
        <TextInput
          size="small"
          value={name}
          maxLength={200}
          aria-label={t('fields.contact.name')}
          placeholder={t('fields.contact.name')}
          onChange={setName}
        />
        <TextInput
          size="small"
          value={title}
          maxLength={200}
          aria-label={t('fields.contact.title')}
          placeholder={t('fields.contact.title')}
          onChange={setTitle}
        />
        <Button size="small" type="submit" busy={create.pending} disabled={name.trim() === ''}>
          {t('contacts.add.button')}
        </Button>
      </form>
    </Card>
  );
}
