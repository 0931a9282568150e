import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { fieldLabel, fieldValue } from '#renderer/ui/fieldText.ts';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { OpenCount } from './CountsTable.tsx';
import styles from './ExamplesDrawer.module.css';
import type { Trial } from './importStore.ts';

type Example = Trial['examples'][number];

interface ExamplesDrawerProps {
  readonly trial: Trial;
  readonly open: OpenCount | null;
  readonly onClose: () => void;
}

/** The rows behind a figure of the dry run. */
export function ExamplesDrawer({ trial, open, onClose }: ExamplesDrawerProps) {
  const t = useT();
  const format = useFormat();
  const rows = trial.examples.filter((row) => row.entity === open?.entity && row.outcome === open.outcome);
  const title = open
    ? t('imports.examples.title', {
        entity: t(`imports.entity.${open.entity}`),
        outcome: t(`imports.trial.${open.outcome}`),
        count: format.number(open.count),
      })
    : '';
  const compares = open?.outcome === 'update' || open?.outcome === 'conflict';
  const columns: TableColumn<Example>[] = [
    { key: 'record', title: t('imports.examples.record'), cell: (row) => <b>{row.title}</b> },
    ...(compares
      ? [{ key: 'change', title: t('imports.examples.change'), cell: (row: Example) => <Differences row={row} /> }]
      : []),
    {
      key: 'place',
      title: t('imports.examples.row'),
      align: 'end',
      cell: ({ file, line }) => (
        <span className={styles.place}>{t('imports.examples.place', { file, line: format.number(line) })}</span>
      ),
    },
  ];
  return (
    <Drawer title={title} open={open !== null} onClose={onClose} width={compares ? 640 : 472}>
      {open && rows.length < open.count ? (
        <p className={styles.first}>
          {t('imports.examples.first', { shown: format.number(rows.length), total: format.number(open.count) })}
        </p>
      ) : null}
      <Table
        caption={title}
        density="compact"
        rows={rows}
        rowKey={(row) => `${row.file} ${row.line}`}
        columns={columns}
      />
    </Drawer>
  );
}

function Differences({ row }: { readonly row: Example }) {
  const t = useT();
  const format = useFormat();
  const table = row.entity === 'stageHistory' ? 'opportunity' : row.entity;
  return (
    <ul className={styles.differences}>
      {row.fields.map(({ field, here, inFile, kept }) => (
        <li key={field}>
          {fieldLabel(t, table, field)}
          {/* What a reference points to is an id, which says nothing to people. */}
          {field.endsWith('Id') ? null : (
            <span className={styles.values}>
              {fieldValue(t, format, table, field, here)} → {fieldValue(t, format, table, field, inFile)}
            </span>
          )}
          {kept ? <Tag tone="warning">{t('imports.examples.kept')}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
