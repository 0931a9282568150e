import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import { classNames } from './classNames.ts';
import styles from './InlineEdit.module.css';
import { type InlineEditor, InlineEditorControl, type InlineValue } from './InlineEditorControl.tsx';
import { InlineEditValue } from './InlineEditValue.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** How saving ended: what `command.run(…)` with `handles: true` answers. */
export type SaveAnswer = { readonly ok: true } | { readonly ok: false; readonly error: FailureLike };

type InlineEditProps = InlineEditor & {
  /** Name of the field. */
  readonly label: string;
  /** How the value is shown while nobody edits; nothing for an empty value. */
  readonly children?: ReactNode;
  readonly onSave: (value: never) => Promise<SaveAnswer>;
  /** For headings and figures that take the size of their surroundings. */
  readonly plain?: boolean;
  readonly disabled?: boolean;
};

/**
 * A value that is edited where it stands: click or Enter begins, Enter or leaving saves, Esc gives up. A failure is said
 * below it and what was typed stays.
 */
export function InlineEdit({ label, children, onSave, plain = false, disabled = false, ...editor }: InlineEditProps) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const settled = useRef(false);
  const problemId = useId();

  const stop = (refocus: boolean) => {
    setEditing(false);
    setProblem(null);
    if (refocus) setTimeout(() => button.current?.focus());
  };
  const save = async (value: InlineValue, refocus: boolean) => {
    // Enter saves and takes the focus away, which would save a second time.
    if (settled.current) return;
    settled.current = true;
    if (value === editor.value) return stop(refocus);
    setSaving(true);
    const answer = await onSave(value as never);
    setSaving(false);
    if (answer.ok) return stop(refocus);
    settled.current = false;
    const { title, detail } = errorText(answer.error, t);
    setProblem(`${title}. ${detail}`);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    settled.current = true;
    stop(true);
  };

  if (!editing) {
    const empty = editor.value === null || editor.value === '';
    return (
      <button
        ref={button}
        type="button"
        disabled={disabled}
        className={classNames(styles.shown, plain && styles.plain, empty && styles.empty)}
        onClick={() => {
          settled.current = false;
          setEditing(true);
        }}
      >
        <VisuallyHidden>{t('app.edit.label', { label })} </VisuallyHidden>
        {empty ? t('app.edit.empty') : (children ?? <InlineEditValue editor={editor} />)}
      </button>
    );
  }
  return (
    // The keys come from the control inside; the wrapper only listens for the way out.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className={classNames(styles.editing, saving && styles.saving)} onKeyDown={giveUp}>
      <InlineEditorControl
        editor={editor}
        label={label}
        describedBy={problem ? problemId : undefined}
        disabled={saving}
        onProblem={setProblem}
        onDone={(value, refocus) => void save(value, refocus)}
      />
      {saving ? <VisuallyHidden>{t('app.edit.saving')}</VisuallyHidden> : null}
      {problem ? (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </span>
  );
}
