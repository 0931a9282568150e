import { useId } from 'react';
import styles from './ChoiceList.module.css';

interface ChoiceListProps<Value extends string> {
  /** What is chosen, for listeners. */
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of several, each with its digit: a click, the arrow keys, or the digit alone choose. */
export function ChoiceList<Value extends string>({ label, value, options, onChange }: ChoiceListProps<Value>) {
  const name = useId();
  return (
    // The digits are heard wherever in the group the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className={styles.group}
      onKeyDown={(event) => {
        const chosen = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
        if (chosen) onChange(chosen.value);
      }}
    >
      <legend className={styles.legend}>{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={option.value}
            checked={option.value === value}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to choose in a dialog that was asked for
            autoFocus={index === 0}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face}>
            <kbd className={styles.digit} aria-hidden>
              {index + 1}
            </kbd>
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
