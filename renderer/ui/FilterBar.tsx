import type { ReactNode } from 'react';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  /** Filters, from the left. */
  readonly children: ReactNode;
  /** Totals at the right end. */
  readonly totals?: ReactNode;
}

/** The bar of 36 px below the top bar: filters at the left, what they add up to at the right. */
export function FilterBar({ children, totals }: FilterBarProps) {
  return (
    <div className={styles.bar}>
      {children}
      {totals ? <div className={styles.totals}>{totals}</div> : null}
    </div>
  );
}
