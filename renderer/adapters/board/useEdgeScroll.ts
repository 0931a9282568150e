import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect } from 'react';
import { DRAGGED_KIND } from './useDraggableCard.ts';

/** Within this distance of an edge the content starts to move, pixels. */
const REACH = 56;
/** Speed right at the edge, pixels per frame at 60 Hz. */
const FASTEST = 18;

/** While a card is dragged near an edge of the board or of a column, that part scrolls towards it. */
export function useEdgeScroll(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0;
    let pointer = { x: 0, y: 0 };
    const step = () => {
      const container = board.current;
      if (container) {
        push(container, 'x', pointer.x);
        const column = scrollerAt(container, pointer.x, pointer.y);
        if (column) push(column, 'y', pointer.y);
      }
      frame = requestAnimationFrame(step);
    };
    const stop = () => cancelAnimationFrame(frame);
    const unbind = monitorForElements({
      canMonitor: ({ source }) => source.data['kind'] === DRAGGED_KIND,
      onDragStart: ({ location }) => {
        pointer = { x: location.current.input.clientX, y: location.current.input.clientY };
        frame = requestAnimationFrame(step);
      },
      onDrag: ({ location }) => {
        pointer = { x: location.current.input.clientX, y: location.current.input.clientY };
      },
      onDrop: stop,
    });
    return () => {
      stop();
      unbind();
    };
  }, [board]);
}

function scrollerAt(board: HTMLElement, x: number, y: number): HTMLElement | null {
  for (const scroller of board.querySelectorAll<HTMLElement>('[data-stack]')) {
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    if (x >= left && x <= right && y >= top - REACH && y <= bottom + REACH) return scroller;
  }
  return null;
}

function push(element: HTMLElement, axis: 'x' | 'y', at: number): void {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [start, end] = axis === 'x' ? [left, right] : [top, bottom];
  const fromStart = REACH - (at - start);
  const fromEnd = REACH - (end - at);
  const depth = fromStart > 0 ? -fromStart : fromEnd > 0 ? fromEnd : 0;
  if (depth === 0) return;
  const distance = Math.sign(depth) * FASTEST * Math.min(1, Math.abs(depth) / REACH);
  if (axis === 'x') element.scrollLeft += distance;
  else element.scrollTop += distance;
}
