import { useEffect, useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FilesStep } from './FilesStep.tsx';
import { type ImportStep, readImportSearch } from './importModel.ts';
import styles from './ImportsScreen.module.css';
import { forgetImport, importStore } from './importStore.ts';
import { StagesStep } from './StagesStep.tsx';
import { StepBar } from './StepBar.tsx';
import { TrialStep } from './TrialStep.tsx';

const steps: Readonly<Record<ImportStep, () => React.JSX.Element | null>> = {
  files: FilesStep,
  columns: ColumnsStep,
  stages: StagesStep,
  trial: TrialStep,
  done: DoneStep,
};

/** The workspace that the import under way belongs to. */
let importedInto: string | null = null;

/** 导入: files, columns, stages and people, dry run, done; earlier imports below the first step. */
export function ImportsScreen() {
  const t = useT();
  const workspace = useWorkspace();
  const path = workspace?.path ?? null;
  useEffect(() => {
    if (path === null || importedInto === path) return;
    if (importedInto !== null) forgetImport();
    importedInto = path;
  }, [path]);
  const step = useStep();
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // The next step is announced and begins at its top; arriving on the screen leaves the focus where it is.
    if (shown.current === step) return;
    shown.current = step;
    panel.current?.focus();
  }, [step]);
  const Step = steps[step];
  return (
    <div className={styles.screen}>
      <PageBar title={t('imports.page.title')} />
      <StepBar step={step} />
      <div
        key={step}
        ref={panel}
        className={styles.panel}
        role="region"
        tabIndex={-1}
        aria-label={t(`imports.step.${step}`)}
      >
        <Step />
      </div>
    </div>
  );
}

/** The step of the address, as far as the import has come. */
function useStep(): ImportStep {
  const [{ step }] = useSearchState(readImportSearch);
  const reached = importStore(({ plan, trial, outcome }) =>
    step === 'done' ? outcome !== null : step === 'trial' ? trial !== null && plan !== null : plan !== null,
  );
  return reached ? step : 'files';
}
