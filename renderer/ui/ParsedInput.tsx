import { type InputHTMLAttributes, type Ref, useState } from 'react';
import { classNames } from './classNames.ts';
import styles from './control.module.css';

export interface ParsedInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'onChange' | 'value' | 'className' | 'size'
> {
  readonly value: number | null;
  /** Called with every reading; null when emptied. What cannot be read is not passed on. */
  readonly onChange: (value: number | null) => void;
  /** Tells whether what stands there can be read, for the message of the field. */
  readonly onReadable?: (readable: boolean) => void;
  readonly size?: 'medium' | 'small';
  readonly ref?: Ref<HTMLInputElement>;
}

interface Reading {
  readonly read: (text: string) => number | null;
  readonly write: (value: number) => string;
}

/** A figure that is typed as text: while typing it stays as typed, afterwards it is written our way. */
export function ParsedInput({
  value,
  onChange,
  onReadable,
  size = 'medium',
  read,
  write,
  ...rest
}: ParsedInputProps & Reading) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : write(value));
  const change = (text: string) => {
    setTyped(text);
    const reading = read(text);
    const readable = reading !== null || text.trim() === '';
    onReadable?.(readable);
    if (readable) onChange(reading);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={shown}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => {
        // What cannot be read stays visible, so that it can be corrected.
        if (typed !== null && (read(typed) !== null || typed.trim() === '')) setTyped(null);
        rest.onBlur?.(event);
      }}
      aria-invalid={
        rest['aria-invalid'] ?? (typed !== null && typed.trim() !== '' && read(typed) === null ? true : undefined)
      }
      className={classNames(styles.control, styles.figure, size === 'small' && styles.small)}
    />
  );
}
