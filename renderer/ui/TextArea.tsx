import type { Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import styles from './control.module.css';

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ value, onChange, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={3}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={classNames(styles.control, styles.long)}
    />
  );
}
