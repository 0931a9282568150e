import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef } from 'react';
import { setOver } from './dragStore.ts';
import { DRAGGED_KIND, idsOf } from './useDraggableCard.ts';

interface DropColumn {
  readonly columnId: string;
  /** Number of cards above a height of the window; leave out where the order is not by hand. */
  readonly indexAt?: ((clientY: number) => number) | undefined;
  /** Refuses what cannot land here, before it is let go. */
  readonly accepts?: ((ids: readonly string[]) => boolean) | undefined;
  readonly onDrop: (ids: readonly string[], index: number | null) => void;
}

/** Lets cards be dropped on an element; while one hovers, `dragStore` says where it would land. */
export function useDropColumn(element: RefObject<HTMLElement | null>, column: DropColumn): void {
  const newest = useRef(column);
  useEffect(() => {
    newest.current = column;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const placeAt = (clientY: number) => ({
      columnId: newest.current.columnId,
      index: newest.current.indexAt?.(clientY) ?? null,
    });
    return dropTargetForElements({
      element: target,
      canDrop: ({ source }) =>
        source.data['kind'] === DRAGGED_KIND && (newest.current.accepts?.(idsOf(source.data)) ?? true),
      getDropEffect: () => 'move',
      onDragEnter: ({ location }) => setOver(placeAt(location.current.input.clientY)),
      onDrag: ({ location }) => setOver(placeAt(location.current.input.clientY)),
      onDragLeave: () => setOver(null),
      onDrop: ({ source, location }) => {
        const { index } = placeAt(location.current.input.clientY);
        newest.current.onDrop(idsOf(source.data), index);
      },
    });
  }, [element]);
}
