import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { dragStore } from '../board/dragStore.ts';
import { useDropColumn } from '../board/useDropColumn.ts';
import { SortableRow } from './SortableRow.tsx';
import styles from './SortableList.module.css';

interface SortableListProps<Item> {
  /** What the list is, for listeners; unique among the lists of a screen. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What a moved row is called. */
  readonly nameOf: (item: Item) => string;
  /** Rows for which this is false stay where they are. */
  readonly canMove?: (item: Item) => boolean;
  /** Grips in the middle of rows of one or two lines; at the top of taller ones. */
  readonly centred?: boolean;
  /** A line above every row, from edge to edge. */
  readonly divided?: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly children: (item: Item, index: number) => ReactNode;
}

/** An ordered list: rows are dragged by their grip, or moved by Alt ↑ and Alt ↓ from anywhere in the row. */
export function SortableList<Item>(props: SortableListProps<Item>) {
  const {
    label,
    items,
    keyOf,
    nameOf,
    canMove = () => true,
    centred = false,
    divided = false,
    onMove,
    children,
  } = props;
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const over = dragStore((state) => (state.over?.columnId === label ? state.over.index : null));
  const keys = items.map(keyOf);
  const move = (from: number, to: number) => {
    const item = items[from];
    const other = items[to];
    if (item === undefined || other === undefined || from === to || !canMove(item) || !canMove(other)) return false;
    onMove(from, to);
    setSaid(t('app.sort.moved', { name: nameOf(item), place: to + 1 }));
    return true;
  };
  useDropColumn(list, {
    columnId: label,
    accepts: (ids) => keys.includes(ids[0] ?? ''),
    indexAt: (clientY) => rowsAbove(list.current, clientY),
    onDrop: ([id], index) => {
      const from = keys.indexOf(id ?? '');
      if (index === null || from < 0) return;
      move(from, index > from ? index - 1 : index);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { target } = event;
    // Moving a row in the page takes the focus away from what is in it.
    if (move(index, index + step) && target instanceof HTMLElement) requestAnimationFrame(() => target.focus());
  };
  return (
    <>
      <ol ref={list} aria-label={label} className={classNames(styles.list, divided && styles.divided)}>
        {items.map((item, index) => (
          <SortableRow
            key={keyOf(item)}
            id={keyOf(item)}
            listId={label}
            name={nameOf(item)}
            movable={canMove(item)}
            centred={centred}
            mark={over === index ? 'before' : over === items.length && index === items.length - 1 ? 'after' : null}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {children(item, index)}
          </SortableRow>
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

/** How many rows have their middle above a height of the window. */
function rowsAbove(list: HTMLElement | null, clientY: number): number {
  return [...(list?.children ?? [])].filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < clientY;
  }).length;
}
