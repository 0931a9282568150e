import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `primary` once per view; `quiet` has no outline; `danger` for what takes something away. */
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small';
  readonly icon?: LucideIcon;
  /** Hint of its key, on the primary action only. */
  readonly keys?: string;
  /** Shows that work is under way and takes no further clicks. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of 32 px, small 28. */
export function Button({
  tone = 'plain',
  size = 'medium',
  icon,
  keys,
  busy = false,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(styles.button, styles[tone], size === 'small' && styles.small)}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : icon ? <Icon of={icon} size={14} /> : null}
      {children}
      {keys ? <Kbd keys={keys} onFill={tone === 'primary'} /> : null}
    </button>
  );
}
