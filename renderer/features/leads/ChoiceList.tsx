import { useId } from 'react';
import { Tag } from '#renderer/ui/Tag.tsx';
import styles from './ChoiceList.module.css';

/** One of the records that may be meant, or the wish for a new one. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly tag?: string;
}

interface ChoiceListProps {
  /** What is chosen, for listeners. */
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** A few choices with words of explanation, all visible; arrow keys move, as in any radio group. */
export function ChoiceList({ label, value, choices, onChange }: ChoiceListProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.list}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span className={styles.label}>{choice.label}</span>
            {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
          </span>
          {choice.tag ? <Tag>{choice.tag}</Tag> : null}
        </label>
      ))}
    </div>
  );
}
