import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';

/** The products of a deal. */
export function LinesTab({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('deal.tab.lines')} flush>
      <Table
        caption={t('deal.tab.lines')}
        rows={page.lines}
        rowKey={({ id }) => id}
        whenEmpty={<EmptyState title={t('deal.lines.empty')} detail={t('deal.lines.emptyHint')} />}
        columns={[
          { key: 'product', title: t('deal.lines.product'), cell: ({ productName }) => productName },
          {
            key: 'quantity',
            title: t('deal.lines.quantity'),
            align: 'end',
            cell: ({ quantity }) => format.number(quantity, quantity % 1 === 0 ? 0 : 2),
          },
          {
            key: 'price',
            title: t('deal.lines.price'),
            align: 'end',
            cell: ({ unitPriceMinor, currency }) => <Amount minor={unitPriceMinor} currency={currency} />,
          },
          {
            key: 'amount',
            title: t('fields.opportunity.amountMinor'),
            align: 'end',
            cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
          },
        ]}
      />
    </Card>
  );
}
