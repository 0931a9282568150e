import styles from './RowTick.module.css';

interface RowTickProps {
  readonly label: string;
  readonly checked: boolean;
  /** `range`: with Shift. */
  readonly onCheck: (range: boolean) => void;
}

/** The tick of a row in a grid; the grid's own keys reach it, Tab does not. */
export function RowTick({ label, checked, onCheck }: RowTickProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.check}
      aria-label={label}
      checked={checked}
      onChange={(event) => onCheck(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  );
}
