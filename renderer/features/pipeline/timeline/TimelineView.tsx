import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { hasFilters } from '../pipelineSearch.ts';
import { PipelineEmpty } from '../PipelineEmpty.tsx';
import { usePipeline } from '../usePipeline.ts';
import { MonthHeader } from './MonthHeader.tsx';
import { monthLater, timeScale, windowStart } from './timeScale.ts';
import { TimelineRows } from './TimelineRows.tsx';
import styles from './TimelineView.module.css';

/** Months in one view: enough for two quarters ahead, wide enough for their sums. */
const MONTHS = 8;
/** Rows that one call brings; further ones are in the list. */
const LIMIT = 1000;

/** Deals along the months in which they are expected to close. */
export function TimelineView() {
  const t = useT();
  const today = useToday();
  const { process, filter, by, search, setSearch } = usePipeline();
  const from = search.from ?? windowStart(today);
  const scale = useMemo(() => timeScale(from, MONTHS), [from]);
  const timeline = useOperationQuery(
    pipelineContract.timeline,
    { processId: process.id, filter, from: scale.from, to: scale.to, expectedBy: by, limit: LIMIT },
    { keepPrevious: true },
  );
  const lane = useRef<HTMLDivElement>(null);
  const dayWidth = useCallback(() => (lane.current?.clientWidth ?? 1) / scale.days, [scale]);
  const { data } = timeline;
  const rows = data?.rows ?? [];
  const shift = (months: number) => setSearch({ from: monthLater(scale.from, months) }, { replace: true });
  if (timeline.error && !data) {
    return <ErrorState failure={timeline.error.failure} onRetry={() => void timeline.refetch()} />;
  }
  const highest = Math.max(1, ...(data?.months.map(({ amountMinor }) => amountMinor) ?? []));
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <div className={styles.corner}>
          <div className={styles.steps}>
            <IconButton
              size="small"
              icon={ChevronLeft}
              label={t('pipeline.timeline.earlier')}
              onClick={() => shift(-3)}
            />
            <Button size="small" disabled={search.from === undefined} onClick={() => setSearch({ from: undefined })}>
              {t('pipeline.timeline.now')}
            </Button>
            <IconButton
              size="small"
              icon={ChevronRight}
              label={t('pipeline.timeline.later')}
              onClick={() => shift(3)}
            />
          </div>
          {data && data.undated > 0 ? (
            <span className={styles.undated}>
              {t('pipeline.timeline.undated')}{' '}
              <OpenFigure
                onOpen={() => setSearch({ view: 'list', undated: true })}
                label={t('pipeline.timeline.undatedSpoken', { count: data.undated })}
              >
                {data.undated}
              </OpenFigure>
            </span>
          ) : null}
        </div>
        <div ref={lane} className={styles.months}>
          {scale.months.map((month, index) => (
            <MonthHeader
              key={month.month}
              month={month}
              sums={data?.months.find((one) => one.month === month.month)}
              highest={highest}
              first={index === 0}
              current={today.startsWith(month.month)}
            />
          ))}
        </div>
      </div>
      {data ? null : <Skeleton rows={12} height={32} />}
      {data && rows.length === 0 ? (
        <PipelineEmpty filtered={hasFilters(search) || data.undated > 0} />
      ) : (
        <TimelineRows rows={rows} scale={scale} dayWidth={dayWidth} />
      )}
      {data && data.total > rows.length ? (
        <p className={styles.more}>
          {t('pipeline.timeline.more', { shown: rows.length, count: data.total })}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => setSearch({ view: 'list', closeFrom: scale.from, closeTo: scale.to })}
          >
            {t('pipeline.timeline.moreInList')}
          </button>
        </p>
      ) : null}
    </div>
  );
}
