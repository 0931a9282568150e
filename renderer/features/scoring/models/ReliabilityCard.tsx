import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { ModelReport } from '#shared/contract/scoreModel.contract.ts';
import styles from './ReliabilityCard.module.css';
import { ReliabilityChart } from './ReliabilityChart.tsx';

interface ReliabilityCardProps {
  readonly report: ModelReport;
}

/** 说的和后来发生的: the reliability diagram with its figures beside it. */
export function ReliabilityCard({ report }: ReliabilityCardProps) {
  const t = useT();
  const format = useFormat();
  const title = t('scoreModels.reliability.title');
  return (
    <Card title={title} sub={t('scoreModels.reliability.sub')}>
      <div className={styles.pair}>
        <ReliabilityChart label={title} bins={report.reliability} height={300} />
        <Table
          density="compact"
          caption={title}
          rows={report.reliability}
          rowKey={({ meanPredicted, rows }) => `${meanPredicted} ${rows}`}
          columns={[
            {
              key: 'predicted',
              title: t('scoreModels.reliability.predicted'),
              align: 'end',
              cell: ({ meanPredicted }) => format.percent(meanPredicted, meanPredicted < 0.1 ? 1 : 0),
            },
            {
              key: 'actual',
              title: t('scoreModels.reliability.actual'),
              align: 'end',
              cell: ({ meanActual }) => format.percent(meanActual),
            },
            {
              key: 'range',
              title: t('scoreModels.reliability.range'),
              align: 'end',
              cell: ({ low, high }) => format.percentRange(low, high),
            },
            {
              key: 'rows',
              title: t('scoreModels.reliability.rows'),
              align: 'end',
              cell: ({ rows }) => format.number(rows),
            },
          ]}
        />
      </div>
      <p className={styles.note}>{t('scoreModels.reliability.note')}</p>
    </Card>
  );
}
