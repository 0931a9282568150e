import type { ReactNode } from 'react';
import styles from './TodayList.module.css';

interface DayGroupProps {
  readonly title: string;
  readonly count: number;
  /** Rows as list items; without any the group is left out. */
  readonly children: readonly ReactNode[];
}

/** One group of the day with how many there are. */
export function DayGroup({ title, count, children }: DayGroupProps) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.head}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}
