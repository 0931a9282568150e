const MARK = 'pointerStill';

/**
 * A menu that opens under a pointer at rest must not take it as a choice: the active line would jump away from where the
 * keyboard put it. Until the pointer really moves, menus do not see it (Menu.module.css).
 */
export function ignoreRestingPointer(): void {
  const root = document.documentElement;
  if (root.dataset[MARK] !== undefined) return;
  root.dataset[MARK] = '';
  const wake = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
    delete root.dataset[MARK];
    for (const type of ['pointermove', 'pointerdown'] as const) window.removeEventListener(type, wake, true);
  };
  for (const type of ['pointermove', 'pointerdown'] as const) window.addEventListener(type, wake, true);
}
