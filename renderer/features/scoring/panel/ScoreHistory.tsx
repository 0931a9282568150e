import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { sparkline } from './sparkline.ts';
import styles from './ScoreDrawer.module.css';

const WIDTH = 592;
const HEIGHT = 56;

/** Every figure that the record had, as steps over time. */
export function ScoreHistory({ of, id }: { readonly of: 'deal' | 'lead'; readonly id: string }) {
  const t = useT();
  const format = useFormat();
  const history = useOperationQuery(scoringContract.history, { kind: of, id });
  const points = (history.data?.points ?? []).toReversed();
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
  const first = known[0];
  const last = known.at(-1);
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{t('scoring.history.title')}</h3>
      {first === undefined || last === undefined ? (
        <p className={styles.hint}>{t('scoring.history.none')}</p>
      ) : (
        <>
          <svg
            className={styles.history}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label={t('scoring.history.spoken', {
              count: known.length,
              from: format.percent(first.value),
              to: format.percent(last.value),
            })}
          >
            <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--border-1)" fill="none" />
            <path d={sparkline(points, WIDTH, HEIGHT)} stroke="var(--accent)" strokeWidth="2" fill="none" />
            {known.length === 1 ? (
              <circle cx="6" cy={HEIGHT - 4 - first.value * (HEIGHT - 8)} r="4" fill="var(--accent)" />
            ) : null}
          </svg>
          <p className={styles.ends}>
            <span>
              {format.instantDay(first.at)} {format.percent(first.value)}
            </span>
            <span>
              {format.instantDay(last.at)} {format.percent(last.value)}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
