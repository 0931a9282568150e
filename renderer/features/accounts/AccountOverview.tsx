import { Suspense } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Percent } from '#renderer/ui/Percent.tsx';
import { RecordDocuments } from '#renderer/ui/RecordDocuments.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { AccountFieldsCard } from './AccountFieldsCard.tsx';
import { ContactsCard } from './ContactsCard.tsx';
import { FactsCard } from './FactsCard.tsx';
import { GroupCard } from './GroupCard.tsx';
import styles from './RecordPage.module.css';

type Page = OutputOf<typeof accountContract.page>;

/** Deals and people at the left, what the account is at the right. */
export function AccountOverview({ page }: { readonly page: Page }) {
  const t = useT();
  const Rates = partOf('account.rates');
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card title={t('accounts.deals.title')} sub={page.dealsTotal} flush>
          <Table
            caption={t('accounts.deals.title')}
            rows={page.deals}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.deal(id)}
            whenEmpty={<EmptyState title={t('accounts.deals.empty')} />}
            columns={[
              { key: 'name', title: t('fields.opportunity.name'), cell: ({ name }) => name },
              {
                key: 'stage',
                title: t('fields.opportunity.stageId'),
                width: 130,
                cell: ({ stageName, status }) =>
                  status === 'open' ? (
                    stageName
                  ) : (
                    <Tag tone={status === 'won' ? 'positive' : 'plain'}>{t(`deal.status.${status}`)}</Tag>
                  ),
              },
              {
                key: 'owner',
                title: t('fields.opportunity.ownerId'),
                width: 90,
                cell: ({ owner }) => owner?.name ?? '',
              },
              {
                key: 'rate',
                title: t('app.winRate.label'),
                width: 70,
                align: 'end',
                cell: ({ stageWinRate, status }) => (status === 'open' ? <Percent share={stageWinRate} /> : ''),
              },
              {
                key: 'amount',
                title: t('fields.opportunity.amountMinor'),
                width: 110,
                align: 'end',
                cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
              },
              {
                key: 'close',
                title: t('fields.opportunity.expectedClose'),
                width: 110,
                align: 'end',
                cell: ({ expectedClose }) => <DateText day={expectedClose} />,
              },
            ]}
          />
        </Card>
        <ContactsCard accountId={page.id} contacts={page.contacts} />
        <RecordTimeline entity="account" id={page.id} first={15} />
      </div>
      <div className={styles.column}>
        {Rates ? (
          <Suspense fallback={<Skeleton rows={3} />}>
            {/* Parts are made once, at the start; this only looks one up. */}
            {/* oxlint-disable-next-line react/static-components */}
            <Rates id={page.id} />
          </Suspense>
        ) : null}
        <AccountFieldsCard page={page} />
        <GroupCard page={page} />
        <FactsCard facts={page.facts} />
        <Card title={t('documents.card.title')} flush>
          <RecordDocuments entity="account" id={page.id} />
        </Card>
      </div>
    </div>
  );
}
