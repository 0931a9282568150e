import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { JourneyBar } from './journeyModel.ts';
import styles from './VisitList.module.css';

/** Every visit in words: when, how long, who moved it and why, and what was open then. */
export function VisitList({ bars }: { readonly bars: readonly JourneyBar[] }) {
  const t = useT();
  return (
    <ol className={styles.list} aria-label={t('deal.journey.title')}>
      {bars.map((bar) => (
        <VisitRow key={bar.number} bar={bar} />
      ))}
    </ol>
  );
}

function VisitRow({ bar }: { readonly bar: JourneyBar }) {
  const t = useT();
  const format = useFormat();
  const { visit, number } = bar;
  const isEnd = visit.stageClass === 'won' || visit.stageClass === 'lost';
  const reasonKey = `pipeline.outcome.${visit.outcomeReason}`;
  const why = isTextKey(reasonKey) ? t(reasonKey) : visit.outcomeReason;
  const days =
    visit.leftAt === null
      ? format.instantDay(visit.enteredAt)
      : `${format.instantDay(visit.enteredAt)} – ${format.instantDay(visit.leftAt)}`;
  return (
    <li className={styles.visit}>
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <p className={styles.first}>
          <StageTag name={visit.stageName} stageClass={visit.stageClass} strong />
          <Tag tone={bar.isBack ? 'warning' : 'plain'}>{t(`deal.journey.kind_${visit.kind}`)}</Tag>
          {visit.outcome === 'noDecision' ? <Tag>{t('deal.status.noDecision')}</Tag> : null}
          {why === '' ? null : <Tag tone="outlined">{why}</Tag>}
        </p>
        <p className={styles.second}>
          {format.list([
            days,
            ...(isEnd ? [] : [t('deal.path.days', { days: visit.days })]),
            ...(visit.byName ? [visit.byName] : []),
          ])}
        </p>
        {visit.reason === '' ? null : <p className={styles.reason}>{visit.reason}</p>}
        {visit.openCriteria.length === 0 ? null : (
          <div className={styles.open}>
            {t('deal.journey.open')}
            <ul>
              {visit.openCriteria.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}
