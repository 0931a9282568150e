import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './Tag.module.css';

interface TagProps {
  readonly tone?: 'plain' | 'outlined' | 'positive' | 'negative' | 'warning' | 'info' | 'accent';
  readonly icon?: LucideIcon;
  /** A shape of one's own before the words. */
  readonly mark?: ReactNode;
  readonly tip?: string;
  readonly children: ReactNode;
}

/** A small fact on a tint. The words say it; the tint only helps. */
export function Tag({ tone = 'plain', icon, mark, tip, children }: TagProps) {
  return (
    <span className={classNames(styles.tag, styles[tone])} data-tip={tip}>
      {icon ? <Icon of={icon} size={12} /> : mark}
      {children}
    </span>
  );
}
