const MARK = 'pointerStill';
const boundaries = ['mouseover', 'mouseout'] as const;

/**
 * A menu that opens under a pointer at rest must not take it as a choice: the active line would jump away from where the
 * keyboard put it. Until the pointer really moves, menus do not hear that it is over them; a press always counts.
 */
export function ignoreRestingPointer(): void {
  const root = document.documentElement;
  if (root.dataset[MARK] !== undefined) return;
  root.dataset[MARK] = '';
  for (const type of boundaries) window.addEventListener(type, keepFromMenus, true);
  for (const type of ['pointermove', 'pointerdown'] as const) window.addEventListener(type, wake, true);
}

/** React learns of entering an element from the event of leaving the one before. */
function keepFromMenus(event: MouseEvent): void {
  const entered = event.type === 'mouseout' ? event.relatedTarget : event.target;
  if (lineAround(entered) !== null) event.stopImmediatePropagation();
}

function wake(event: PointerEvent): void {
  if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
  delete document.documentElement.dataset[MARK];
  for (const type of boundaries) window.removeEventListener(type, keepFromMenus, true);
  for (const type of ['pointermove', 'pointerdown'] as const) window.removeEventListener(type, wake, true);
  // The line that it lay on all the time is entered only now, and the browser will not say so a second time.
  lineAround(event.target)?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
}

function lineAround(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="menuitem"]') : null;
}
