import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from './classNames.ts';
import { Link } from './Link.tsx';
import styles from './Table.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** One column of a table. */
export interface TableColumn<Row> {
  readonly key: string;
  /** Never empty: listeners need it, too. */
  readonly title: string;
  /** For columns of buttons, whose title would only be noise to the eye. */
  readonly hideTitle?: boolean;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  readonly width?: number | string;
  readonly cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  /** What the rows are, for listeners. */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** 32 px, 40 px, or 48 px for two lines. */
  readonly density?: 'compact' | 'standard' | 'twoLine';
  /** Makes the whole row a link; the first cell carries it. */
  readonly rowTo?: (row: Row) => string;
  readonly whenEmpty?: ReactNode;
}

/** A plain table for up to some hundred rows; longer lists belong to the grid adapter. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  density = 'standard',
  rowTo,
  whenEmpty,
}: TableProps<Row>) {
  const t = useT();
  const alignment = (column: TableColumn<Row>) => (column.align === 'end' ? styles.end : undefined);
  return (
    <div className={styles.scroll}>
      <table className={classNames(styles.table, styles[density], rowTo && styles.links)}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={alignment(column)} style={{ width: column.width }}>
                {column.hideTitle ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row={rowKey(row)}>
              {columns.map((column, index) => (
                <td key={column.key} className={alignment(column)}>
                  {rowTo && index === 0 ? (
                    <Link to={rowTo(row)} className={styles.link}>
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {whenEmpty ?? t('app.table.empty')}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
