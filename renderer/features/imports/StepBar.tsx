import { Check } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { type ImportStep, importSteps } from './importModel.ts';
import { importStore } from './importStore.ts';
import styles from './StepBar.module.css';
import { useImportWizard } from './useImportWizard.ts';

/** Where the import stands; steps behind can be gone back to. */
export function StepBar({ step }: { readonly step: ImportStep }) {
  const t = useT();
  const busy = importStore(({ work }) => work !== null);
  const { goTo } = useImportWizard();
  const current = importSteps.indexOf(step);
  return (
    <nav aria-label={t('imports.step.label')} className={styles.bar}>
      <ol className={styles.steps}>
        {importSteps.map((name, index) => {
          const behind = index < current;
          // What is done is done: only a new import leads back from there.
          const open = behind && step !== 'done' && !busy;
          const face = (
            <>
              <span className={styles.mark} aria-hidden>
                {behind ? <Icon of={Check} size={12} /> : index + 1}
              </span>
              {t(`imports.step.${name}`)}
            </>
          );
          return (
            <li
              key={name}
              className={classNames(styles.step, behind && styles.behind, index === current && styles.current)}
              aria-current={index === current ? 'step' : undefined}
            >
              {open ? (
                <button type="button" className={styles.face} onClick={() => goTo(name)}>
                  {face}
                </button>
              ) : (
                <span className={styles.face}>{face}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
