import { useFormat } from '#renderer/platform/format.ts';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { formatMonth } from '#shared/i18n/formatDate.ts';
import { usePipeline } from '../usePipeline.ts';
import type { TimeScale } from './timeScale.ts';
import styles from './TimelineView.module.css';

interface MonthHeaderProps {
  readonly month: TimeScale['months'][number];
  readonly sums: Omit<MoneySum, 'currency'> | undefined;
  /** Largest amount of any month shown, for the bars. */
  readonly highest: number;
  readonly current: boolean;
  /** The first month of the axis. */
  readonly first: boolean;
}

/** A month with its amount and, within it, what is expected of it. Each figure opens the month's rows. */
export function MonthHeader({ month, sums, highest, current, first }: MonthHeaderProps) {
  const t = useT();
  const format = useFormat();
  const { by, setSearch } = usePipeline();
  const language = useLanguage();
  const name = format.month(month.first);
  // The year stands where it begins; every month needs its room for the figures.
  const shown = month.month.endsWith('-01') || first ? name : formatMonth(month.first, language, month.first);
  const open = () => setSearch({ view: 'list', closeFrom: month.first, closeTo: month.last });
  const share = (amount: number) => `${Math.max(0, (amount / highest) * 100)}%`;
  return (
    <div className={classNames(styles.month, current && styles.current)} style={{ flexGrow: month.share }}>
      <div className={styles.monthName}>
        <b>{shown}</b>
        {sums && sums.count > 0 ? (
          <OpenFigure onOpen={open} label={t('pipeline.timeline.monthCount', { month: name, count: sums.count })}>
            {format.number(sums.count)}
          </OpenFigure>
        ) : null}
      </div>
      {sums && sums.count > 0 ? (
        <>
          <span className={styles.monthSum}>
            <OpenFigure
              strong
              onOpen={open}
              label={t('pipeline.timeline.monthSum', { month: name, sum: format.money(sums.amountMinor) })}
            >
              {format.money(sums.amountMinor)}
            </OpenFigure>
          </span>
          <span className={styles.monthExpected}>
            {t('pipeline.totals.expected')}{' '}
            <OpenFigure
              onOpen={open}
              label={t('pipeline.timeline.monthExpected', { month: name, sum: format.money(sums.expectedMinor) })}
            >
              {format.money(sums.expectedMinor)}
            </OpenFigure>
            {by === 'stage' || sums.unrated === 0 ? null : (
              <span data-tip={t(`pipeline.by.unrated_${by}`, { count: sums.unrated })}>
                <OpenFigure
                  onOpen={() => setSearch({ view: 'list', closeFrom: month.first, closeTo: month.last, unrated: by })}
                  label={t(`pipeline.by.unrated_${by}`, { count: sums.unrated })}
                >
                  −{format.number(sums.unrated)}
                </OpenFigure>
              </span>
            )}
          </span>
          <span className={styles.bar} aria-hidden>
            <span className={styles.barAmount} style={{ inlineSize: share(sums.amountMinor) }} />
            <span className={styles.barExpected} style={{ inlineSize: share(sums.expectedMinor) }} />
          </span>
        </>
      ) : (
        <span className={styles.monthNone}>{t('pipeline.timeline.none')}</span>
      )}
    </div>
  );
}
