import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './TimelineRow.module.css';

interface TimelineRowProps {
  readonly icon: LucideIcon;
  readonly when: ReactNode;
  readonly who?: string;
  readonly title: ReactNode;
  /** A second line, such as the note. */
  readonly detail?: ReactNode;
  /** At the right end: how long, who was there, what changed. */
  readonly trailing?: ReactNode;
}

/** Something that happened: icon, day, person, what, and what came of it. Stands within a list. */
export function TimelineRow({ icon, when, who, title, detail, trailing }: TimelineRowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <Icon of={icon} />
      </span>
      <span className={styles.when}>{when}</span>
      <span className={styles.who}>{who}</span>
      <span className={styles.what}>
        {title}
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {trailing ? <span className={styles.trailing}>{trailing}</span> : null}
    </li>
  );
}
