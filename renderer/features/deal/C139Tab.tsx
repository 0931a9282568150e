import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { opportunityContract, type OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { cellState, type Element } from './c139Cells.ts';
import { c139Name } from './c139Names.ts';
import styles from './C139Tab.module.css';

type Judge = 'self' | 'coach';

/** All 14 elements with the seller's and the coach's judgement side by side; each change is recorded, none overwritten. */
export function C139Tab({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const judge = useOperationCommand(opportunityContract.judgeC139, {
    undoLabel: (_output, { code }) => t('deal.c139.judged', { code }),
  });
  const set = (code: string, who: Judge, value: 0 | 1 | null) =>
    void judge.run({ id: page.card.id, code, judge: who, value });
  const columns: readonly TableColumn<Element>[] = [
    { key: 'code', title: t('deal.c139.element'), width: 56, cell: ({ code }) => <b>{code}</b> },
    { key: 'name', title: t('deal.c139.question'), cell: ({ code }) => c139Name(t, code) },
    ...(['self', 'coach'] as const).map((who) => ({
      key: who,
      title: t(`deal.c139.${who}`),
      width: 210,
      cell: (element: Element) => (
        <Segmented
          size="small"
          label={`${element.code} ${t(`deal.c139.${who}`)}`}
          value={element[who] === null ? 'none' : element[who] === 1 ? 'yes' : 'no'}
          options={(['yes', 'no', 'none'] as const).map((value) => ({ value, label: t(`deal.c139.value_${value}`) }))}
          onChange={(value) => set(element.code, who, value === 'none' ? null : value === 'yes' ? 1 : 0)}
        />
      ),
    })),
    {
      key: 'state',
      title: t('deal.c139.counts'),
      width: 110,
      cell: (element: Element) => {
        const state = cellState(element);
        return (
          <Tag tone={state === 'clear' ? 'accent' : state === 'disputed' ? 'warning' : 'plain'}>
            {t(`deal.c139.state_${state}`)}
          </Tag>
        );
      },
    },
  ];
  return (
    <Card
      title="C139"
      sub={page.card.c139 ? <C139Chip {...page.card.c139} coloured /> : t('deal.c139.none')}
      more={<span className={styles.rule}>{t('deal.c139.rule')}</span>}
      flush
    >
      <Table caption="C139" columns={columns} rows={page.c139} rowKey={({ code }) => code} />
    </Card>
  );
}
