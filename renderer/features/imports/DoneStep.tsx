import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { importContract } from '#shared/contract/import.contract.ts';
import styles from './DoneStep.module.css';
import { HistoryCard } from './HistoryCard.tsx';
import { importStore } from './importStore.ts';
import { StepPage } from './StepPage.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { useImportWizard } from './useImportWizard.ts';

/** What was made, and where to go from here. */
export function DoneStep() {
  const t = useT();
  const format = useFormat();
  const outcome = importStore((state) => state.outcome);
  const { goTo } = useImportWizard();
  const batches = useOperationQuery(importContract.batches, {});
  const [undoing, setUndoing] = useState(false);
  if (!outcome) return null;
  const batch = batches.data?.find(({ id }) => id === outcome.batchId);
  const undone = batch?.undoneAt !== null && batch !== undefined;
  const { processId, stageChanges, problemsTotal } = outcome;
  return (
    <StepPage>
      <section className={styles.card} aria-labelledby="import-done">
        <span className={styles.icon}>
          <Icon of={CircleCheck} size={20} />
        </span>
        <h2 id="import-done" className={styles.title}>
          {t('imports.done.title')}
        </h2>
        {undone ? (
          <p className={styles.detail}>{t('imports.done.undone')}</p>
        ) : (
          <>
            <dl className={styles.figures}>
              {outcome.counts
                .filter(({ create, implied, update }) => create + implied + update > 0)
                .map(({ entity, create, implied, update }) => (
                  <div key={entity} className={styles.figure}>
                    <dt>{t(`imports.entity.${entity}`)}</dt>
                    <dd>{format.number(create + implied)}</dd>
                    {update > 0 ? (
                      <dd className={styles.small}>
                        {t('imports.trial.update')} {format.number(update)}
                      </dd>
                    ) : null}
                  </div>
                ))}
            </dl>
            {stageChanges > 0 ? (
              <p className={styles.detail}>{t('imports.done.stageChanges', { count: stageChanges })}</p>
            ) : null}
            {problemsTotal > 0 ? (
              <p className={styles.detail}>{t('imports.done.problems', { count: problemsTotal })}</p>
            ) : null}
          </>
        )}
        <div className={styles.actions}>
          {undone ? null : processId === null ? (
            <Button tone="primary" onClick={() => go(paths.accounts())}>
              {t('imports.done.accounts')}
            </Button>
          ) : (
            <Button tone="primary" onClick={() => go(paths.pipeline({ process: processId }))}>
              {t('imports.done.board')}
            </Button>
          )}
          <Button onClick={() => goTo('files')}>{t('imports.done.again')}</Button>
          {undone || !batch ? null : (
            <Button tone="quiet" onClick={() => setUndoing(true)}>
              {t('imports.done.undo')}
            </Button>
          )}
        </div>
      </section>
      <HistoryCard />
      {undoing && batch ? <UndoDialog batch={batch} onClose={() => setUndoing(false)} /> : null}
    </StepPage>
  );
}
