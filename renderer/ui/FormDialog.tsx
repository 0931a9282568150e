import { type ReactNode, useId } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './FormDialog.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly open?: boolean;
  readonly onClose: () => void;
  readonly width?: number;
  /** At the left of the buttons: what will happen, or a quiet action. */
  readonly note?: ReactNode;
  /** The word on the button that sends the form. */
  readonly submitLabel: string;
  readonly busy?: boolean;
  /** False while something is missing; Enter then does nothing either. */
  readonly ready: boolean;
  readonly onSubmit: () => void;
  /** Lays the fields out otherwise than below each other. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A dialog that is a form: Enter in a field sends it once, the buttons are 取消 and the one that does it. */
export function FormDialog({
  title,
  open = true,
  onClose,
  width,
  note,
  submitLabel,
  busy = false,
  ready,
  onSubmit,
  className = styles.form,
  children,
}: FormDialogProps) {
  const t = useT();
  const formId = useId();
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      {...(width === undefined ? {} : { width })}
      note={note}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={!ready}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
