import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from './Button.tsx';
import styles from './Progress.module.css';

interface ProgressProps {
  /** What is going on. */
  readonly label: string;
  readonly done: number;
  /** Null while nobody can know. */
  readonly total: number | null;
  readonly onCancel?: () => void;
  readonly cancelling?: boolean;
}

/** Long work: what it does, how far it is, and a way to stop it. */
export function Progress({ label, done, total, onCancel, cancelling = false }: ProgressProps) {
  const t = useT();
  const format = useFormat();
  const known = total !== null && total > 0;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        {known ? (
          <span className={styles.count}>
            {t('app.progress.ofTotal', { done: format.number(done), total: format.number(total) })}
          </span>
        ) : null}
      </div>
      <div className={styles.line}>
        {known ? (
          <progress className={styles.bar} value={Math.min(done, total)} max={total} aria-label={label} />
        ) : (
          <progress className={styles.unknown} aria-label={label} />
        )}
        {onCancel ? (
          <Button size="small" onClick={onCancel} busy={cancelling}>
            {t('app.action.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
