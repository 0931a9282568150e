import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import type { ListRow, Stage } from '#shared/contract/pipeline.contract.ts';
import { usePipeline } from '../usePipeline.ts';
import type { TimeScale } from './timeScale.ts';
import { TimelineRow } from './TimelineRow.tsx';
import styles from './TimelineView.module.css';

interface TimelineRowsProps {
  readonly rows: readonly ListRow[];
  readonly scale: TimeScale;
  readonly dayWidth: () => number;
}

/** Height of a row, pixels. */
const ROW = 40;

/** The deals of the window in the order of their expected close; only those in sight exist. */
export function TimelineRows({ rows, scale, dayWidth }: TimelineRowsProps) {
  const t = useT();
  const { process } = usePipeline();
  const scroller = useRef<HTMLDivElement>(null);
  const stages = useMemo(() => new Map<string, Stage>(process.stages.map((stage) => [stage.id, stage])), [process]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, never kept
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={t('pipeline.timeline.label')}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              className={styles.row}
              style={{ height: ROW, transform: `translateY(${item.start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
            >
              <TimelineRow row={row} stage={stages.get(row.stageId)} scale={scale} dayWidth={dayWidth} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
