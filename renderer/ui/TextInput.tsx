import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from './classNames.ts';
import styles from './control.module.css';

interface TextInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'onChange' | 'value' | 'className' | 'size'
> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: 'medium' | 'small';
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextInput({ value, onChange, size = 'medium', ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={classNames(styles.control, size === 'small' && styles.small)}
    />
  );
}
