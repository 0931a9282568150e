import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AliasesCard } from './AliasesCard.tsx';
import { AmountsCard } from './AmountsCard.tsx';
import { FailureNote } from './FailureNote.tsx';
import { importStore } from './importStore.ts';
import { PeopleCard } from './PeopleCard.tsx';
import { SaveMapping } from './SaveMapping.tsx';
import { stageGaps } from './stagesModel.ts';
import styles from './StagesStep.module.css';
import { StepPage } from './StepPage.tsx';
import { TargetCard } from './TargetCard.tsx';
import { useImportWizard } from './useImportWizard.ts';

/** Where deals go, what spellings mean, who owns them, what amounts count. */
export function StagesStep() {
  const t = useT();
  const { look, plan, trial, failure } = importStore();
  const { goTo, toTrial } = useImportWizard();
  if (!look || !plan) return null;
  const [gap] = stageGaps(plan, look);
  return (
    <StepPage
      note={
        gap ? (
          <span role="alert" className={styles.gap}>
            {t(gap.key, { count: gap.count ?? 0 })}
          </span>
        ) : (
          <SaveMapping plan={plan} />
        )
      }
      actions={
        <>
          <Button onClick={() => goTo('columns')}>{t('imports.action.back')}</Button>
          <Button tone="primary" disabled={gap !== undefined} onClick={() => void toTrial()}>
            {t('imports.action.toTrial')}
          </Button>
        </>
      }
    >
      {failure ? <FailureNote failure={failure} /> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <TargetCard look={look} plan={plan} />
          {trial ? <AliasesCard trial={trial} plan={plan} /> : null}
        </div>
        <div className={styles.column}>
          <AmountsCard plan={plan} />
          {trial ? <PeopleCard trial={trial} /> : null}
        </div>
      </div>
    </StepPage>
  );
}
