import type { ReactNode } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { TooFewTag } from '#renderer/ui/TooFewTag.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { gainWords, versionName, windowWords } from './modelWords.ts';
import { NeedsText } from './NeedsText.tsx';
import styles from './VerdictCard.module.css';

interface VerdictCardProps {
  readonly card: OutputOf<typeof scoreModelContract.card>;
}

/** First the verdict in words and the records behind it, then what its errors are beside those of the base rate. */
export function VerdictCard({ card: { version, report, needs } }: VerdictCardProps) {
  const t = useT();
  const format = useFormat();
  const { kind, verdict } = version;
  const base = format.percent(version.base.rate);
  return (
    <Card
      title={versionName(version, t)}
      sub={t(version.inUse ? 'scoreModels.version.inUse' : 'scoreModels.version.notInUse')}
    >
      <div className={styles.head}>
        <p className={styles.verdict} data-verdict={verdict}>
          {t(`scoreModels.verdict.${verdict}`)}
        </p>
        <div className={styles.words}>
          <p className={styles.sentence}>
            {t(`scoreModels.behind.${kind}`, {
              count: format.number(version.records),
              positives: format.number(version.positives),
            })}{' '}
            {t(`scoreModels.verdictDetail.${verdict}`)}
          </p>
          <ul className={styles.reasons}>
            {report.reasons.map((reason) => (
              <li key={reason}>
                {(reason === 'tooFewClosed' || reason === 'oneSided') && needs ? (
                  <NeedsText kind={kind} needs={needs} />
                ) : (
                  t(`scoreModels.reason.${reason}`)
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <dl className={styles.facts}>
        <Fact label={t(`scoreModels.fact.base.${kind}`)}>
          {base} <span className={styles.quiet}>{format.percentRange(version.base.low, version.base.high)}</span>
        </Fact>
        {version.brier ? (
          <Fact label={t('scoreModels.fact.brier')} tip={t('scoreModels.fact.brierTip')}>
            {format.number(version.brier.own, 3)}{' '}
            <span className={styles.quiet}>
              {t('scoreModels.fact.ofBase', { figure: format.number(version.brier.base, 3) })}
            </span>
            <span className={styles.below}>{gainWords(version.brier, t, format)}</span>
          </Fact>
        ) : null}
        {version.logLoss ? (
          <Fact label={t('scoreModels.fact.logLoss')} tip={t('scoreModels.fact.logLossTip')}>
            {format.number(version.logLoss.own, 3)}{' '}
            <span className={styles.quiet}>
              {t('scoreModels.fact.ofBase', { figure: format.number(version.logLoss.base, 3) })}
            </span>
            <span className={styles.below}>{gainWords(version.logLoss, t, format)}</span>
          </Fact>
        ) : null}
        {version.brier && report.chosen !== 'base' ? (
          <Fact label={t('scoreModels.fact.ece')} tip={t('scoreModels.fact.eceTip')}>
            {t('scoreModels.fact.points', { points: format.number(report.metrics.ece * 100, 1) })}
          </Fact>
        ) : null}
        <Fact label={t('scoreModels.fact.learner')}>
          {t(`scoreModels.learner.${report.chosen}`)}
          {report.chosen === 'base' ? null : (
            <span className={styles.below}>{t(`scoreModels.calibration.${report.calibration}`)}</span>
          )}
        </Fact>
        <Fact label={t('scoreModels.fact.window')}>
          {windowWords(version, format)}
          <span className={styles.below}>
            {t('scoreModels.fact.trained', {
              when: format.instantDay(version.trainedAt),
              who: version.trainedBy || '—',
            })}
          </span>
        </Fact>
      </dl>
      {version.note === '' ? null : <p className={styles.note}>{version.note}</p>}
      {verdict === 'abstains' && needs ? (
        <p className={styles.note}>
          <TooFewTag count={needs.closed} needed={needs.needed} />
        </p>
      ) : null}
    </Card>
  );
}

interface FactProps {
  readonly label: string;
  readonly tip?: string;
  readonly children: ReactNode;
}

function Fact({ label, tip, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt data-tip={tip}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
