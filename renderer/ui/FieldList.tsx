import type { ReactNode } from 'react';
import styles from './FieldList.module.css';

interface FieldListProps {
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Names and values of a record's fields under each other. */
export function FieldList({ rows }: FieldListProps) {
  return (
    <dl className={styles.list}>
      {rows.map(({ label, value }) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
