import { classNames } from './classNames.ts';
import styles from './ControlPlaceholder.module.css';

/** Stands for a control whose code is still on its way, at its size, so that nothing jumps. */
export function ControlPlaceholder({ size }: { readonly size: 'medium' | 'small' | undefined }) {
  return <span className={classNames(styles.control, size === 'small' && styles.small)} aria-hidden />;
}
