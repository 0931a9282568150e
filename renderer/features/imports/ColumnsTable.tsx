import { TriangleAlert } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { dateOrderSchema, type FilePlan, importEntitySchema } from '#shared/contract/import.contract.ts';
import { ColumnReading } from './ColumnReading.tsx';
import styles from './ColumnsTable.module.css';
import { ColumnTarget } from './ColumnTarget.tsx';
import { fieldOf, kindOf, missingFields, withColumn, withFile } from './importModel.ts';
import { importFieldName } from './importNames.ts';
import { changePlan, type InspectedFile } from './importStore.ts';
import { useImportWizard } from './useImportWizard.ts';

type Header = InspectedFile['headers'][number];

interface ColumnsTableProps {
  readonly seen: InspectedFile;
  readonly plan: FilePlan;
}

/** The columns of one file with samples and where each goes. */
export function ColumnsTable({ seen, plan }: ColumnsTableProps) {
  const t = useT();
  const { readAs } = useImportWizard();
  const { file, entity, encoding, delimiter, dateOrder } = plan;
  const missing = missingFields(plan);
  const hasDates = Object.values(plan.columns).some((use) => ['day', 'instant'].includes(kindOf(entity, use) ?? ''));
  return (
    <Card
      flush
      title={t('imports.columns.title')}
      more={
        <>
          {hasDates ? (
            <span className={styles.choice}>
              <span aria-hidden>{t('imports.files.dateOrder')}</span>
              <Select
                size="small"
                aria-label={t('imports.files.dateOrder')}
                value={dateOrder}
                options={dateOrderSchema.options.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) }))}
                onChange={(value) => {
                  const order = dateOrderSchema.options.find((known) => known === value);
                  if (order) changePlan((all) => withFile(all, { ...plan, dateOrder: order }));
                }}
              />
            </span>
          ) : null}
          <span className={styles.choice}>
            <span aria-hidden>{t('imports.files.kind')}</span>
            <Select
              size="small"
              aria-label={t('imports.files.kind')}
              value={entity}
              options={importEntitySchema.options.map((value) => ({ value, label: t(`imports.entity.${value}`) }))}
              onChange={(value) => {
                const kind = importEntitySchema.options.find((known) => known === value);
                if (kind && kind !== entity) void readAs({ file, entity: kind, encoding, delimiter });
              }}
            />
          </span>
        </>
      }
    >
      {missing.length > 0 ? <Missing fields={missing} /> : null}
      <Table
        caption={t('imports.columns.title')}
        density="twoLine"
        rows={seen.headers}
        rowKey={({ header }) => header}
        columns={useColumns(seen, plan)}
      />
    </Card>
  );
}

function useColumns({ rows }: InspectedFile, plan: FilePlan): readonly TableColumn<Header>[] {
  const t = useT();
  const format = useFormat();
  const change = (header: string, use: FilePlan['columns'][string]) =>
    changePlan((all) => withFile(all, withColumn(plan, header, use)));
  return [
    {
      key: 'column',
      title: t('imports.columns.column'),
      width: '24%',
      cell: ({ header, filled }) => (
        <>
          <b className={styles.header}>{header}</b>
          <span className={styles.quiet}>
            {t('imports.columns.filled', { share: format.percent(rows === 0 ? 0 : filled / rows) })}
          </span>
        </>
      ),
    },
    {
      key: 'samples',
      title: t('imports.columns.samples'),
      cell: ({ samples }) => (
        <span className={styles.samples} data-tip={samples.join('\n')}>
          {samples.slice(0, 3).map((sample) => (
            <span key={sample} className={styles.sample}>
              {sample}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'use',
      title: t('imports.columns.use'),
      width: 280,
      cell: ({ header, confidence }) => (
        <span className={styles.use}>
          <ColumnTarget header={header} plan={plan} onChange={(use) => change(header, use)} />
          {fieldOf(plan.columns[header]) !== null && confidence > 0 && confidence < 0.5 ? (
            <Tag tone="warning">{t('imports.columns.check')}</Tag>
          ) : null}
        </span>
      ),
    },
    {
      key: 'reading',
      title: t('imports.columns.reading'),
      width: 170,
      cell: ({ header }) => <ColumnReading header={header} plan={plan} onChange={(use) => change(header, use)} />,
    },
  ];
}

function Missing({ fields }: { readonly fields: readonly string[] }) {
  const t = useT();
  const format = useFormat();
  const names = format.list(fields.map((field) => importFieldName(t, field)));
  return (
    <div className={styles.missing} role="alert">
      <Icon of={TriangleAlert} />
      <p>
        <b>{t('imports.columns.missing', { fields: names })}</b> {t('imports.columns.missingDetail')}
      </p>
    </div>
  );
}
