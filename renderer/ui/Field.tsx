import { type ReactNode, useId } from 'react';
import { useT } from '#renderer/platform/language.ts';
import styles from './Field.module.css';

/** What the control inside must carry, so that label, hint and error are read with it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  /** Said when the value cannot be kept as it is. */
  readonly error?: string | null | undefined;
  readonly hint?: string;
  /** Marks what may stay empty; most fields of a form are needed or prefilled. */
  readonly optional?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, and what is wrong with it: `<Field label=…>{(control) => <TextInput {...control} … />}</Field>`. */
export function Field({ label, error, hint, optional = false, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional ? <span className={styles.optional}>{t('app.field.optional')}</span> : null}
      </label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {note ? (
        <p id={noteId} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
