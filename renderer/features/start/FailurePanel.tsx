import { TriangleAlert } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import styles from './FailurePanel.module.css';
import { rescueFrom } from './rescueFrom.ts';

interface FailurePanelProps {
  readonly failure: FailureLike;
  readonly onRestore: (path: string, backupPath: string) => void;
}

/** Why a workspace did not open, what became of it, and the newest backup where the file is damaged. */
export function FailurePanel({ failure, onRestore }: FailurePanelProps) {
  const t = useT();
  const format = useFormat();
  const { title, detail, reference } = errorText(failure, t);
  const rescue = rescueFrom(failure);
  return (
    <section className={styles.panel} role="alert">
      <span className={styles.icon}>
        <Icon of={TriangleAlert} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p>{detail}</p>
        {rescue?.path ? <p className={styles.path}>{rescue.path}</p> : null}
        {reference ? <p className={styles.path}>{reference}</p> : null}
        {rescue && rescue.damaged && rescue.backupPath === null ? <p>{t('start.failure.noBackup')}</p> : null}
        {rescue?.backupPath ? (
          <div className={styles.action}>
            <Button onClick={() => onRestore(rescue.path, rescue.backupPath ?? '')}>
              {rescue.takenAt === null
                ? t('start.failure.restoreNewest')
                : t('start.failure.restore', { when: format.instant(rescue.takenAt) })}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
