import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface SortableRow {
  readonly row: RefObject<HTMLElement | null>;
  /** Where the pointer takes hold of it. */
  readonly grip: RefObject<HTMLElement | null>;
  readonly id: string;
  /** Rows of one list have the same; others do not take them. */
  readonly kind: string;
  /** Another row was let go over this one, above its middle or below. */
  readonly onDrop: (id: string, below: boolean) => void;
}

/** Makes a row of a list that is ordered by hand draggable, and a place for others; says on which side one hovers. */
export function useSortableRow(sortable: SortableRow): 'above' | 'below' | null {
  const [over, setOver] = useState<'above' | 'below' | null>(null);
  const newest = useRef(sortable);
  useEffect(() => {
    newest.current = sortable;
  });
  const { row, grip } = sortable;
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const isBelow = (clientY: number): boolean => {
      const box = element.getBoundingClientRect();
      return clientY > box.top + box.height / 2;
    };
    const stopDrag = draggable({
      element,
      ...(grip.current ? { dragHandle: grip.current } : {}),
      getInitialData: () => ({ kind: newest.current.kind, id: newest.current.id }),
    });
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['kind'] === newest.current.kind && source.data['id'] !== newest.current.id,
      getDropEffect: () => 'move',
      onDrag: ({ location }) => setOver(isBelow(location.current.input.clientY) ? 'below' : 'above'),
      onDragLeave: () => setOver(null),
      onDrop: ({ source, location }) => {
        setOver(null);
        const id = source.data['id'];
        if (typeof id === 'string') newest.current.onDrop(id, isBelow(location.current.input.clientY));
      },
    });
    return () => {
      stopDrag();
      stopDrop();
    };
  }, [row, grip]);
  return over;
}
