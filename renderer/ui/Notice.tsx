import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
  /** Small print below, such as a reference. */
  readonly foot?: string | null;
  readonly role?: 'alert' | 'status';
  /** Buttons. */
  readonly children?: ReactNode;
}

/** A few words in the middle of an otherwise empty place; what empty, error and crash screens are made of. */
export function Notice({ title, detail, icon, foot, role, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={role}>
      {icon ? (
        <span className={styles.icon}>
          <Icon of={icon} size={20} />
        </span>
      ) : null}
      <p className={styles.title}>{title}</p>
      {detail ? <p className={styles.detail}>{detail}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
      {foot ? <p className={styles.foot}>{foot}</p> : null}
    </div>
  );
}
