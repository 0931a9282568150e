import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import styles from './VirtualStack.module.css';

/** What the board may ask of a stack. */
export interface StackHandle {
  /** Brings a row into view. */
  show(index: number): void;
  /** Number of rows whose middle lies above this height of the window. */
  indexAt(clientY: number): number;
  /** Row in the middle of what is visible. */
  middle(): number;
}

interface VirtualStackProps {
  /** Rows known now; those beyond are rendered as placeholders until `onNearEnd` has brought them. */
  readonly count: number;
  /** Rows that exist: the scrollbar is as long as all of them, so that nothing jumps when more arrive. */
  readonly total: number;
  /** Every row has the same height, pixels. */
  readonly height: number;
  readonly gap: number;
  readonly keyOf: (index: number) => string;
  readonly render: (index: number) => ReactNode;
  /** Stays mounted although it scrolled away: the focused row, the dragged row. */
  readonly keep?: readonly number[];
  /** Said when the rows known are about to run out. */
  readonly onNearEnd: () => void;
  /** A line is drawn above this row: where a card would be dropped. */
  readonly dropIndex?: number | null;
  readonly label: string;
  readonly ref?: Ref<StackHandle>;
}

/** Rows within this distance of the last known one ask for more. */
const AHEAD = 12;

/** A scrolling stack of equally high rows of which only the visible ones exist. */
export function VirtualStack({
  count,
  total,
  height,
  gap,
  keyOf,
  render,
  keep = [],
  onNearEnd,
  dropIndex = null,
  label,
  ref,
}: VirtualStackProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const pitch = height + gap;
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering, never kept
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    gap,
    // One beyond the edge: the first paint is what counts, and a row is made in a few milliseconds.
    overscan: 1,
    paddingStart: 1,
    paddingEnd: 12,
    getItemKey: keyOf,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      const kept = keep.filter((index) => index >= 0 && index < total && !rows.includes(index));
      return kept.length === 0 ? rows : [...rows, ...kept].toSorted((a, b) => a - b);
    },
  });
  useImperativeHandle(
    ref,
    () => ({
      show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
      indexAt: (clientY) => {
        const box = scroller.current;
        if (!box) return 0;
        const offset = clientY - box.getBoundingClientRect().top + box.scrollTop;
        return Math.max(0, Math.min(total, Math.round(offset / pitch)));
      },
      middle: () => {
        const box = scroller.current;
        return box ? Math.floor((box.scrollTop + Math.min(box.clientHeight, pitch * total) / 2) / pitch) : 0;
      },
    }),
    [virtualizer, pitch, total],
  );
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count < total && last >= count - AHEAD) onNearEnd();
  }, [last, count, total, onNearEnd]);
  return (
    <div ref={scroller} className={styles.scroller} data-stack>
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }}>
        <ul aria-label={label}>
          {rows.map((row) => (
            <li
              key={row.key}
              className={styles.row}
              style={{ height, transform: `translateY(${row.start}px)` }}
              aria-setsize={total}
              aria-posinset={row.index + 1}
            >
              {render(row.index)}
            </li>
          ))}
        </ul>
        {dropIndex === null ? null : (
          <div className={styles.dropLine} style={{ transform: `translateY(${dropIndex * pitch - gap / 2}px)` }} />
        )}
      </div>
    </div>
  );
}
