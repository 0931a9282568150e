import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { Journey } from './journeyModel.ts';
import styles from './JourneyPicture.module.css';

/** Height of one lane, px; the same as in the style sheet. */
const LANE = 32;

/** A lane for every stage, a numbered bar for every visit, a line for every change; the list below says the same in words. */
export function JourneyPicture({ journey }: { readonly journey: Journey }) {
  const t = useT();
  const format = useFormat();
  const { lanes, bars, from, to } = journey;
  return (
    <figure className={styles.picture} aria-label={t('deal.journey.picture', { count: bars.length })}>
      <ol className={styles.names} aria-hidden>
        {lanes.map(({ id, name, stageClass }) => (
          <li key={id} className={styles.name}>
            <span className={styles.square} style={{ background: stageColour(stageClass) }} />
            {name}
          </li>
        ))}
      </ol>
      <div className={styles.field} style={{ height: lanes.length * LANE }} aria-hidden>
        {lanes.map(({ id }, lane) => (
          <span key={id} className={styles.lane} style={{ top: lane * LANE }} />
        ))}
        {bars.map(({ number, lane, left, cameFrom, isBack }) =>
          cameFrom === null || cameFrom === lane ? null : (
            <span
              key={number}
              className={classNames(styles.link, isBack && styles.back)}
              style={{
                left: `${left}%`,
                top: Math.min(cameFrom, lane) * LANE + LANE / 2,
                height: Math.abs(cameFrom - lane) * LANE,
              }}
            />
          ),
        )}
        {bars.map(({ number, lane, left, width, visit }) => (
          <span
            key={number}
            className={classNames(styles.bar, visit.openCriteria.length > 0 && styles.overridden)}
            style={{
              left: `${left}%`,
              width: `${width}%`,
              top: lane * LANE + 8,
              background: stageColour(visit.stageClass),
            }}
            data-tip={t('deal.journey.bar', { stage: visit.stageName, days: visit.days })}
          >
            <span className={styles.number}>{number}</span>
          </span>
        ))}
      </div>
      <div className={styles.axis} aria-hidden>
        <span>{format.instantDay(from)}</span>
        <span>{format.instantDay(to)}</span>
      </div>
    </figure>
  );
}
