import { useT } from '#renderer/platform/language.ts';
import type { ModelKind, TrainingNeedsAnswer } from '#shared/contract/scoreModel.contract.ts';
import styles from './NeedsText.module.css';

interface NeedsTextProps {
  readonly kind: ModelKind;
  readonly needs: TrainingNeedsAnswer;
}

/** What is missing for a model: "14 closed deals, 20 are needed. 2 of them not won, at least 5 are needed." */
export function NeedsText({ kind, needs }: NeedsTextProps) {
  const t = useT();
  const { closed, needed, ofRarer, sideNeeded, rarer } = needs;
  return (
    <span className={styles.needs}>
      {closed < needed ? <span>{t(`scoreModels.needs.closed.${kind}`, { closed, needed })}</span> : null}
      {ofRarer < sideNeeded ? <span>{t(`scoreModels.needs.${rarer}.${kind}`, { ofRarer, sideNeeded })}</span> : null}
    </span>
  );
}
