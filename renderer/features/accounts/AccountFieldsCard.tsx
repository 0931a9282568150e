import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { CustomFields } from '#renderer/ui/CustomFields.tsx';
import { FieldList } from '#renderer/ui/FieldList.tsx';
import { InlineEdit, type SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { accountContract, type AccountFields } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';

type Page = OutputOf<typeof accountContract.page>;

const textFields = [
  'shortName',
  'industry',
  'grade',
  'ownership',
  'region',
  'city',
  'address',
  'phone',
  'website',
  'creditCode',
  'source',
] as const;

/** What the account is; every field is edited where it stands. */
export function AccountFieldsCard({ page }: { readonly page: Page }) {
  const t = useT();
  const { fields } = page;
  const update = useOperationCommand(accountContract.update, {
    handles: true,
    undoLabel: () => t('accounts.edit.saved'),
  });
  const currency = useWorkspace()?.currency ?? 'CNY';
  const members = useOperationQuery(settingsContract.members, {});
  const save =
    <Key extends keyof AccountFields>(key: Key) =>
    (value: AccountFields[Key]): Promise<SaveAnswer> =>
      update.run({ id: page.id, fields: { [key]: value }, expected: { [key]: fields[key] } });
  return (
    <Card title={t('accounts.fields.title')}>
      <FieldList
        rows={[
          {
            label: t('fields.account.ownerId'),
            value: (
              <InlineEdit
                kind="select"
                clearable
                label={t('fields.account.ownerId')}
                value={fields.ownerId}
                options={(members.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onSave={save('ownerId')}
              />
            ),
          },
          {
            label: t('fields.account.tier'),
            value: (
              <InlineEdit
                kind="select"
                clearable
                label={t('fields.account.tier')}
                value={fields.tier === '' ? null : fields.tier}
                options={(['A', 'B', 'C'] as const).map((value) => ({ value, label: value }))}
                onSave={(tier: 'A' | 'B' | 'C' | null) => save('tier')(tier ?? '')}
              />
            ),
          },
          ...textFields.map((key) => ({
            label: t(`fields.account.${key}`),
            value: <InlineEdit kind="text" label={t(`fields.account.${key}`)} value={fields[key]} onSave={save(key)} />,
          })),
          {
            label: t('fields.account.employees'),
            value: (
              <InlineEdit
                kind="number"
                minimum={0}
                label={t('fields.account.employees')}
                value={fields.employees}
                onSave={save('employees')}
              />
            ),
          },
          {
            label: t('fields.account.annualRevenueMinor'),
            value: (
              <InlineEdit
                kind="money"
                currency={currency}
                label={t('fields.account.annualRevenueMinor')}
                value={fields.annualRevenueMinor}
                onSave={save('annualRevenueMinor')}
              />
            ),
          },
          {
            label: t('fields.account.foundedYear'),
            value: (
              <InlineEdit
                kind="number"
                minimum={1000}
                maximum={3000}
                label={t('fields.account.foundedYear')}
                value={fields.foundedYear}
                onSave={save('foundedYear')}
              >
                {fields.foundedYear === null ? null : String(fields.foundedYear)}
              </InlineEdit>
            ),
          },
          {
            label: t('fields.account.note'),
            value: (
              <InlineEdit kind="longText" label={t('fields.account.note')} value={fields.note} onSave={save('note')} />
            ),
          },
        ]}
      />
      <CustomFields custom={page.custom} />
    </Card>
  );
}
