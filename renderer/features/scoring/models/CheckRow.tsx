import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TooFewTag } from '#renderer/ui/TooFewTag.tsx';
import type { ModelCheck, ModelKind } from '#shared/contract/scoreModel.contract.ts';
import { featureText } from '#shared/i18n/featureText.ts';
import styles from './CheckRow.module.css';
import { checkTones, driftPlace, gainWords } from './modelWords.ts';
import { ReliabilityChart } from './ReliabilityChart.tsx';

interface CheckRowProps {
  readonly kind: ModelKind;
  readonly check: ModelCheck;
}

/** Under so many closed records no verdict is given. */
const NEEDED = 20;

/** One check: window, verdict and the sentence why; what moved; a small reliability diagram. */
export function CheckRow({ kind, check }: CheckRowProps) {
  const t = useT();
  const format = useFormat();
  const { quality, drift } = check;
  const moved = drift.filter(({ state }) => state === 'moved' || state === 'shifted');
  const name = format.dayRange(check.from, check.to);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.head}>
          <b>{name}</b>
          <Tag tone={checkTones[check.verdict]}>{t(`scoreModels.checkVerdict.${check.verdict}`)}</Tag>
          {check.verdict === 'tooFew' && quality && quality.metrics.rows < NEEDED ? (
            <TooFewTag count={quality.metrics.rows} needed={NEEDED} />
          ) : null}
          <span className={styles.quiet}>{t('scoreModels.check.at', { when: format.instantDay(check.at) })}</span>
        </p>
        <p className={styles.why}>
          {format.list(check.reasons.map((reason) => t(`scoreModels.checkReason.${reason}`)))}
        </p>
        {quality ? (
          <p className={styles.quiet}>
            {t(`scoreModels.check.figures.${kind}`, {
              count: format.number(quality.metrics.rows),
              positives: format.number(quality.positives),
              brier: format.number(quality.metrics.brier, 3),
              gain: gainWords({ own: quality.metrics.brier, base: quality.base.brier }, t, format),
              logLoss: format.number(quality.metrics.logLoss, 3),
              baseLoss: format.number(quality.base.logLoss, 3),
              points: format.number(quality.metrics.ece * 100, 1),
            })}
          </p>
        ) : null}
        <p className={styles.quiet}>
          {t('scoreModels.check.source', {
            closed: format.number(check.closed),
            learned: format.number(check.learned),
            shown: format.number(check.asShown),
            unseen: format.number(check.unseen),
          })}
        </p>
        {moved.length > 0 ? (
          <ul className={styles.moved}>
            {moved.map((one) => (
              <li key={one.name}>
                {t(`scoreModels.drift.${one.state === 'moved' ? 'moved' : 'shifted'}`, {
                  name: featureText(one.name, t),
                  place: driftPlace(one.most, t, format),
                  before: format.percent(one.most.before),
                  now: format.percent(one.most.now),
                  index: format.number(one.index, 2),
                })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {quality && quality.reliability.length > 1 ? (
        <div className={styles.chart}>
          <ReliabilityChart
            small
            height={120}
            bins={quality.reliability}
            label={t('scoreModels.check.chart', { window: name })}
          />
        </div>
      ) : null}
    </li>
  );
}
