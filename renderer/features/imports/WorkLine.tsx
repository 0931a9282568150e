import type { ReactNode } from 'react';
import { useJobProgress } from '#renderer/platform/jobProgress.ts';
import { useT } from '#renderer/platform/language.ts';
import { Progress } from '#renderer/ui/Progress.tsx';
import { importStore } from './importStore.ts';
import { useImportWizard } from './useImportWizard.ts';
import styles from './WorkLine.module.css';

/** What is under way with a way to stop it; the children when nothing is. */
export function WorkLine({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const work = importStore((state) => state.work);
  const cancelling = importStore((state) => state.cancelling);
  const progress = useJobProgress(`import.${work ?? ''}`, work !== null);
  const { cancel } = useImportWizard();
  if (work === null) return children;
  return (
    <div className={styles.line} role="status">
      <Progress
        label={t(cancelling ? 'imports.working.cancelling' : `imports.working.${work}`)}
        // Reading counts bytes of one file after the other: a moving bar says more than its figures.
        done={progress?.phase === 'rows' ? progress.done : 0}
        total={progress?.phase === 'rows' ? progress.total : null}
        cancelling={cancelling}
        {...(work === 'upload' ? {} : { onCancel: cancel })}
      />
    </div>
  );
}
