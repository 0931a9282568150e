import { useT } from '#renderer/platform/language.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { StanceMark } from '#renderer/ui/StanceMark.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { contactContract } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { buyingRoleSchema, stanceSchema } from '#shared/contract/powerMap.contract.ts';

type Parts = OutputOf<typeof contactContract.page>['parts'];

/** The person's part in each deal: role, stance, influence. */
export function ContactPartsCard({ parts }: { readonly parts: Parts }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('contacts.parts.title')} sub={parts.length} flush>
      <Table
        caption={t('contacts.parts.title')}
        rows={parts}
        rowKey={({ stakeholderId }) => stakeholderId}
        rowTo={({ opportunity }) => paths.deal(opportunity.id, { tab: 'map' })}
        whenEmpty={<EmptyState title={t('contacts.parts.empty')} detail={t('contacts.parts.emptyHint')} />}
        columns={[
          { key: 'deal', title: t('deal.page.title'), cell: ({ opportunity }) => opportunity.name },
          { key: 'stage', title: t('fields.opportunity.stageId'), width: 130, cell: ({ stageName }) => stageName },
          {
            key: 'roles',
            title: t('fields.stakeholder.roles'),
            cell: ({ roles }) =>
              format.list(
                roles.flatMap((role) => {
                  const known = buyingRoleSchema.safeParse(role).data;
                  return known ? [t(`powerMap.role.${known}`)] : [];
                }),
              ),
          },
          {
            key: 'stance',
            title: t('fields.stakeholder.stance'),
            width: 110,
            cell: ({ stance }) => <StanceMark stance={stanceSchema.safeParse(stance).data ?? 'unknown'} named />,
          },
          {
            key: 'influence',
            title: t('fields.stakeholder.influence'),
            width: 80,
            align: 'end',
            cell: ({ influence }) => (influence === null ? '' : format.percent(influence / 100)),
          },
        ]}
      />
    </Card>
  );
}
