import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { CountsTable, type OpenCount } from './CountsTable.tsx';
import { ExamplesDrawer } from './ExamplesDrawer.tsx';
import { FailureNote } from './FailureNote.tsx';
import { importStore, type Trial } from './importStore.ts';
import { ProblemsCard } from './ProblemsCard.tsx';
import { StepPage } from './StepPage.tsx';
import styles from './TrialStep.module.css';
import { useImportWizard } from './useImportWizard.ts';

const PROBLEMS_ID = 'import-problems';

/** What the import would do, every figure with its rows; nothing has been written yet. */
export function TrialStep() {
  const t = useT();
  const { trial, plan, triedPlan, failure } = importStore();
  const { goTo, run, toTrial } = useImportWizard();
  const [open, setOpen] = useState<OpenCount | null>(null);
  if (!trial || !plan) return null;
  const stale = plan !== triedPlan;
  const nothing = trial.stageChanges === 0 && trial.counts.every(({ create, update }) => create + update === 0);
  return (
    <StepPage
      note={t(nothing ? 'imports.trial.empty' : 'imports.trial.nothingYet')}
      actions={
        <>
          <Button onClick={() => goTo('stages')}>{t('imports.action.back')}</Button>
          {stale ? (
            <Button tone="primary" onClick={() => void toTrial()}>
              {t('imports.action.toTrial')}
            </Button>
          ) : (
            <Button tone="primary" onClick={() => void run()}>
              {t('imports.action.run')}
            </Button>
          )}
        </>
      }
    >
      {failure ? <FailureNote failure={failure} /> : null}
      <Card title={t('imports.trial.title')} flush>
        <CountsTable
          trial={trial}
          open={open}
          onOpen={(count) => {
            if (count.outcome === 'errors') document.getElementById(PROBLEMS_ID)?.scrollIntoView({ block: 'start' });
            else setOpen(count);
          }}
        />
      </Card>
      <Notes trial={trial} />
      <div id={PROBLEMS_ID}>
        <ProblemsCard trial={trial} />
      </div>
      <Kept trial={trial} />
      <ExamplesDrawer trial={trial} open={open} onClose={() => setOpen(null)} />
    </StepPage>
  );
}

function Notes({ trial }: { readonly trial: Trial }) {
  const t = useT();
  if (trial.notes.length === 0) return null;
  return (
    <Card title={t('imports.trial.notes')}>
      <ul className={styles.notes}>
        {trial.notes.map(({ code, count }) => (
          <li key={code}>{t(`imports.note.${code}`, { count })}</li>
        ))}
      </ul>
    </Card>
  );
}

function Kept({ trial }: { readonly trial: Trial }) {
  const t = useT();
  if (trial.keptColumns.length === 0) {
    return (
      <Card title={t('imports.trial.kept')}>
        <p className={styles.quiet}>{t('imports.trial.keptNone')}</p>
      </Card>
    );
  }
  const byFile = Map.groupBy(trial.keptColumns, ({ file }) => file);
  return (
    <Card title={t('imports.trial.kept')}>
      <p className={styles.quiet}>{t('imports.trial.keptDetail')}</p>
      <dl className={styles.kept}>
        {[...byFile].map(([file, columns]) => (
          <div key={file} className={styles.file}>
            <dt>{file}</dt>
            <dd>
              {columns.map(({ header }) => (
                <Tag key={header}>{header}</Tag>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
