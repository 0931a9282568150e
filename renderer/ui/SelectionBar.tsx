import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  readonly label: string;
  /** How many are selected; the bar is away while there are none. */
  readonly selected: number;
  /** The number in words. */
  readonly count: string;
  /** What they add up to. */
  readonly sum?: string;
  readonly clearLabel: string;
  readonly onClear: () => void;
  /** What can be done with all of them. */
  readonly children: ReactNode;
}

/** Floats over a list while rows are selected; Esc lets go of them. */
export function SelectionBar({ label, selected, count, sum, clearLabel, onClear, children }: SelectionBarProps) {
  return (
    <div className={styles.place} aria-live="polite">
      {selected === 0 ? null : (
        <div className={styles.bar} role="toolbar" aria-label={label}>
          <span className={styles.count}>
            <b>{count}</b>
            {sum ? <span className={styles.sum}>{sum}</span> : null}
          </span>
          {children}
          <IconButton size="small" icon={X} label={clearLabel} keys="escape" onClick={onClear} />
        </div>
      )}
    </div>
  );
}
