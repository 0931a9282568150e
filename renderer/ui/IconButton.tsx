import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './IconButton.module.css';
import { keyText } from './keyText.ts';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  readonly icon: LucideIcon;
  /** What it does; spoken, and shown as a tooltip. */
  readonly label: string;
  readonly keys?: string;
  readonly size?: 'medium' | 'small';
  /** With an outline where it stands among buttons. */
  readonly outlined?: boolean;
  /** For a toggle: pressed or not. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon. */
export function IconButton({
  icon,
  label,
  keys,
  size = 'medium',
  outlined = false,
  pressed,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      data-tip={keys ? `${label}  ${keyText(keys)}` : label}
      className={classNames(
        styles.button,
        size === 'small' && styles.small,
        outlined && styles.outlined,
        pressed && styles.pressed,
      )}
    >
      <Icon of={icon} />
    </button>
  );
}
