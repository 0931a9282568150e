import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from './classNames.ts';
import styles from './FilterChip.module.css';
import { Icon } from './Icon.tsx';

interface FilterChipProps {
  readonly icon?: LucideIcon;
  /** Whether it narrows what is shown right now. */
  readonly active?: boolean;
  readonly onClick?: () => void;
  /** Takes the filter off again. */
  readonly onClear?: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One filter in the bar above a list. */
export function FilterChip({ icon, active = false, onClick, onClear, children, ref, ...rest }: FilterChipProps) {
  const t = useT();
  return (
    <span className={classNames(styles.chip, active && styles.active)}>
      <button ref={ref} type="button" {...rest} className={styles.main} onClick={onClick}>
        {icon ? <Icon of={icon} size={14} /> : null}
        {children}
      </button>
      {active && onClear ? (
        <button type="button" className={styles.clear} aria-label={t('app.action.clear')} onClick={onClear}>
          <Icon of={X} size={12} />
        </button>
      ) : null}
    </span>
  );
}
