import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { columnSummary, missingFields } from './importModel.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import styles from './ColumnsStep.module.css';
import { FailureNote } from './FailureNote.tsx';
import { importStore } from './importStore.ts';
import { SaveMapping } from './SaveMapping.tsx';
import { StepPage } from './StepPage.tsx';
import { useImportWizard } from './useImportWizard.ts';

/** Which column goes where, one file at a time. */
export function ColumnsStep() {
  const t = useT();
  const panelId = useId();
  const { look, plan, failure } = importStore();
  const { goTo, toStages } = useImportWizard();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!look || !plan) return null;
  // The first file that lacks something is the one to look at.
  const incomplete = plan.files.find((file) => missingFields(file).length > 0);
  const current = plan.files.find(({ file }) => file === chosen) ?? incomplete ?? plan.files[0];
  const seen = look.files.find(({ file }) => file === current?.file);
  if (!current || !seen) return null;
  const summary = columnSummary(current);
  return (
    <StepPage
      note={<SaveMapping plan={plan} />}
      actions={
        <>
          <Button onClick={() => goTo('files')}>{t('imports.action.back')}</Button>
          <Button tone="primary" disabled={incomplete !== undefined} onClick={() => void toStages()}>
            {t('imports.action.toStages')}
          </Button>
        </>
      }
    >
      {failure ? <FailureNote failure={failure} /> : null}
      <div className={styles.tabs}>
        <Tabs
          label={t('imports.files.title')}
          panelId={panelId}
          current={current.file}
          items={look.files.map(({ file, name }) => {
            const own = plan.files.find((one) => one.file === file);
            const lacks = own ? missingFields(own).length : 0;
            return { key: file, label: name, ...(lacks > 0 ? { figure: `! ${lacks}` } : {}) };
          })}
          onSelect={setChosen}
        />
      </div>
      <div id={panelId} role="tabpanel" aria-label={seen.name} className={styles.panel}>
        <ColumnsTable key={current.file} seen={seen} plan={current} />
        <p className={styles.summary}>{t('imports.columns.summary', summary)}</p>
      </div>
    </StepPage>
  );
}
