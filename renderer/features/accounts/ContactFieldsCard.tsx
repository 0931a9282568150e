import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { CustomFields } from '#renderer/ui/CustomFields.tsx';
import { FieldList } from '#renderer/ui/FieldList.tsx';
import { InlineEdit, type SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { contactContract, type ContactFields } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';

interface ContactFieldsCardProps {
  readonly page: OutputOf<typeof contactContract.page>;
  readonly save: <Key extends keyof ContactFields>(key: Key) => (value: ContactFields[Key]) => Promise<SaveAnswer>;
}

const textFields = ['title', 'department', 'mobile', 'phone', 'email', 'wechat'] as const;

/** How to reach a person and whom they report to. */
export function ContactFieldsCard({ page, save }: ContactFieldsCardProps) {
  const t = useT();
  const [text, setText] = useState('');
  const { fields, reportsTo } = page;
  const people = useOperationQuery(
    contactContract.suggest,
    { text, accountId: fields.accountId, limit: 12 },
    { keepPrevious: true },
  );
  const found = (people.data ?? [])
    .filter(({ id }) => id !== page.id)
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title }));
  const options =
    reportsTo === null || found.some(({ value }) => value === reportsTo.id)
      ? found
      : [{ value: reportsTo.id, label: reportsTo.name }, ...found];
  return (
    <Card title={t('contacts.fields.title')}>
      <FieldList
        rows={[
          ...textFields.map((key) => ({
            label: t(`fields.contact.${key}`),
            value: <InlineEdit kind="text" label={t(`fields.contact.${key}`)} value={fields[key]} onSave={save(key)} />,
          })),
          {
            label: t('fields.contact.reportsToId'),
            value: (
              <InlineEdit
                kind="select"
                clearable
                label={t('fields.contact.reportsToId')}
                value={fields.reportsToId}
                options={options}
                onSearch={setText}
                onSave={save('reportsToId')}
              />
            ),
          },
          {
            label: t('fields.contact.note'),
            value: (
              <InlineEdit kind="longText" label={t('fields.contact.note')} value={fields.note} onSave={save('note')} />
            ),
          },
        ]}
      />
      <CustomFields custom={page.custom} />
    </Card>
  );
}
