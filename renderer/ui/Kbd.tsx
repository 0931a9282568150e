import styles from './Kbd.module.css';
import { keyText } from './keyText.ts';

interface KbdProps {
  /** As commands write them: `mod+k`, `l`, `g p`. */
  readonly keys: string;
  /** On the filled primary button. */
  readonly onFill?: boolean;
}

/** A key to press. */
export function Kbd({ keys, onFill = false }: KbdProps) {
  return <kbd className={onFill ? `${styles.kbd} ${styles.onFill}` : styles.kbd}>{keyText(keys)}</kbd>;
}
