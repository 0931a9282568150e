import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Link } from '#renderer/ui/Link.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { explanationOperations } from '#shared/contract/scoringExplanation.ts';
import styles from './Panel.module.css';
import { whyText } from './whyText.ts';

interface NoFigureProps {
  readonly of: 'deal' | 'lead';
  readonly answer: Pick<OutputOf<typeof explanationOperations.ofLead>, 'state' | 'model' | 'closed'>;
}

/** Why there is no figure. An abstaining model shows the base rate in words with its interval: nothing that looks like a figure of this record. */
export function NoFigure({ of, answer }: NoFigureProps) {
  const t = useT();
  const format = useFormat();
  const { model, closed } = answer;
  if (answer.state === 'noModel' || model === null) {
    return (
      <p className={styles.line}>
        <span className={styles.ring} aria-hidden />
        <span>
          {t('scoring.panel.noModel')}
          {t(of === 'deal' ? 'scoring.panel.noModelClosed' : 'scoring.panel.noModelClosedLead', { count: closed })}
        </span>
        <Link to={paths.settings({ tab: 'scoring', part: 'models', kind: of })}>{t('scoring.panel.train')}</Link>
      </p>
    );
  }
  const { base } = model;
  return (
    <>
      <p className={styles.line}>
        <span className={styles.ring} aria-hidden />
        <span>
          {model.why.map((code) => whyText(code, of, model.records, t)).join(' ') || t('scoring.panel.abstains')}
        </span>
      </p>
      <p className={styles.quiet} data-tip={t(of === 'deal' ? 'scoring.panel.baseHint' : 'scoring.panel.baseHintLead')}>
        {t(of === 'deal' ? 'scoring.panel.base' : 'scoring.panel.baseLead', {
          rate: format.percent(base.rate),
          range: format.percentRange(base.low, base.high),
        })}
      </p>
    </>
  );
}
