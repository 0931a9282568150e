import { useT } from '#renderer/platform/language.ts';
import type { ScoreModelRef } from '#shared/contract/scoringExplanation.ts';
import styles from './Panel.module.css';
import { whyText } from './whyText.ts';

interface CautionProps {
  readonly of: 'deal' | 'lead';
  readonly model: ScoreModelRef | null;
}

/** 慎用 and why, beside a figure that rests on little. */
export function Caution({ of, model }: CautionProps) {
  const t = useT();
  return model?.why.map((code) => (
    <p key={code} className={styles.caution}>
      {whyText(code, of, model.records, t)}
    </p>
  ));
}
