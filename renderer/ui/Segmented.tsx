import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  /** What is chosen, for listeners. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: Value) => void;
  readonly size?: 'medium' | 'small';
}

/** One of a few, all visible: 看板 / 列表 / 时间线. Arrow keys move, as in any radio group. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  size = 'medium',
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classNames(styles.group, size === 'small' && styles.small)}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face}>
            {option.icon ? <Icon of={option.icon} size={14} /> : null}
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
