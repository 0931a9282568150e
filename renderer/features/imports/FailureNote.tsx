import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import styles from './FailureNote.module.css';
import { importFieldName } from './importNames.ts';

interface FailureNoteProps {
  readonly failure: FailureLike;
  /** Buttons that lead out of it. */
  readonly children?: ReactNode;
}

/** Why files cannot be read or imported, in words, on a tint. */
export function FailureNote({ failure, children }: FailureNoteProps) {
  const t = useT();
  const named =
    'field' in failure && typeof failure.field === 'string'
      ? { ...failure, field: importFieldName(t, failure.field) }
      : failure;
  const { title, detail, reference } = errorText(named, t);
  return (
    <div className={styles.note} role="alert">
      <span className={styles.icon}>
        <Icon of={TriangleAlert} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p>{detail}</p>
        {reference ? <p>{reference}</p> : null}
      </div>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  );
}
