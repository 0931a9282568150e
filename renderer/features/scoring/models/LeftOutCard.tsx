import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { ModelReport } from '#shared/contract/scoreModel.contract.ts';
import { featureText } from '#shared/i18n/featureText.ts';

/** What might give the answer away comes first. */
const order: readonly string[] = ['separates', 'lateFilled', 'identifier', 'constant'];

/** 未采用的字段: what the model was not allowed to look at, and why, in words. */
export function LeftOutCard({ report }: { readonly report: ModelReport }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('scoreModels.leftOut.title')} sub={t('scoreModels.leftOut.sub')} flush>
      <Table
        density="compact"
        caption={t('scoreModels.leftOut.title')}
        rows={report.leftOut.toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason))}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('scoreModels.leftOut.field'), width: 240, cell: ({ name }) => featureText(name, t) },
          {
            key: 'why',
            title: t('scoreModels.leftOut.why'),
            cell: ({ reason, figure }) =>
              t(`scoreModels.leftOutReason.${reason === 'constant' && figure === 0 ? 'empty' : reason}`, {
                figure: format.percent(figure),
              }),
          },
        ]}
      />
    </Card>
  );
}
