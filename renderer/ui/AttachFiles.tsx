import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { DOCUMENT_LIMIT, MEGABYTE, type DocumentKind, type DocumentTarget } from '#shared/contract/documentShapes.ts';
import styles from './AttachFiles.module.css';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { useAttach } from './useAttach.ts';
import { useFileDrop } from './useFileDrop.ts';

interface AttachFilesProps {
  readonly target: DocumentTarget;
  readonly kind?: DocumentKind;
  /** Also ticks the task off that they are attached to. */
  readonly thenDone?: boolean;
  readonly onAttached?: () => void;
  /** Says what is wanted: the deliverable of a task. */
  readonly wanted?: string;
  /** The button is what the dialog is about. */
  readonly primary?: boolean;
}

/** Attaches files to a record: drop them here, or choose them by the button. For dialogs, gates and pages alike. */
export function AttachFiles({ target, kind, thenDone, onAttached, wanted, primary = false }: AttachFilesProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { attach, pending } = useAttach();
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || pending) return;
    const attached = await attach(files, target, { ...(kind && { kind }), ...(thenDone && { thenDone }) });
    if (attached) onAttached?.();
  };
  const drop = useFileDrop((files) => void take(files));
  return (
    // Dropping is only one way in: the button does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classNames(styles.zone, drop.over && styles.over)} {...drop.handlers}>
      <span className={styles.icon}>
        <Icon of={Paperclip} />
      </span>
      <span className={styles.words}>
        {drop.over
          ? t('documents.drop.over')
          : wanted
            ? t('documents.drop.wanted', { wanted })
            : t('documents.drop.hint', { limit: DOCUMENT_LIMIT / MEGABYTE })}
      </span>
      <Button
        size={primary ? 'medium' : 'small'}
        tone={primary ? 'primary' : 'plain'}
        busy={pending}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do in a dialog that asks for a file
        autoFocus={primary}
        onClick={() => input.current?.click()}
      >
        {t('documents.drop.pick')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('documents.drop.pick')}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
