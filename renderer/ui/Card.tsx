import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  /** Quieter words beside the title. */
  readonly sub?: ReactNode;
  /** At the right end of the head: a figure, a link. */
  readonly more?: ReactNode;
  /** Without padding, for tables and rows that reach the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A piece of a page on its own surface. */
export function Card({ title, sub, more, flush = false, children }: CardProps) {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : titleId}>
      {title === undefined ? null : (
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {sub === undefined ? null : <span className={styles.sub}>{sub}</span>}
          {more === undefined ? null : <span className={styles.more}>{more}</span>}
        </header>
      )}
      <div className={flush ? styles.flush : title === undefined ? styles.alone : styles.body}>{children}</div>
    </section>
  );
}
