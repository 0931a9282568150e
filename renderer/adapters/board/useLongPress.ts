import { type RefObject, useEffect, useRef } from 'react';

/** As long as systems take for a press to count as long, milliseconds. */
const PATIENCE = 450;
/** A finger that moved further than this scrolls, pixels. */
const SLACK = 10;

/**
 * Calls back when a finger rests on something inside the element. Touch does not start an HTML drag on every system, so
 * a long press opens the menu that does the same as dragging.
 */
export function useLongPress(
  element: RefObject<HTMLElement | null>,
  onLongPress: (target: Element, x: number, y: number) => void,
): void {
  const newest = useRef(onLongPress);
  useEffect(() => {
    newest.current = onLongPress;
  });
  useEffect(() => {
    const host = element.current;
    if (!host) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    let fired = false;
    const give = () => clearTimeout(timer);
    const down = (event: PointerEvent) => {
      give();
      fired = false;
      if (event.pointerType !== 'touch' || !event.isPrimary || !(event.target instanceof Element)) return;
      const { target, clientX, clientY } = event;
      from = { x: clientX, y: clientY };
      timer = setTimeout(() => {
        fired = true;
        newest.current(target, clientX, clientY);
      }, PATIENCE);
    };
    const move = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLACK) give();
    };
    // The finger's release must not click what lies under it.
    const click = (event: MouseEvent) => {
      if (!fired) return;
      fired = false;
      event.preventDefault();
      event.stopPropagation();
    };
    // Nor may the mouse events that a browser makes up after it close the menu again.
    const release = (event: TouchEvent) => {
      if (fired && event.cancelable) event.preventDefault();
    };
    host.addEventListener('touchend', release, { passive: false });
    host.addEventListener('pointerdown', down);
    host.addEventListener('pointermove', move);
    host.addEventListener('pointerup', give);
    host.addEventListener('pointercancel', give);
    host.addEventListener('click', click, { capture: true });
    return () => {
      give();
      host.removeEventListener('touchend', release);
      host.removeEventListener('pointerdown', down);
      host.removeEventListener('pointermove', move);
      host.removeEventListener('pointerup', give);
      host.removeEventListener('pointercancel', give);
      host.removeEventListener('click', click, { capture: true });
    };
  }, [element]);
}
