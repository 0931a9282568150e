import type { ReactNode } from 'react';
import styles from './SettingRow.module.css';

interface SettingRowProps {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

/** One setting: its name, what it means, its control at the right. */
export function SettingRow({ title, detail, children }: SettingRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p>{title}</p>
        {detail ? <p className={styles.detail}>{detail}</p> : null}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
