import { selectionStore } from './selectionStore.ts';

/** A dialog that fades out keeps the focus for as long as this at most, milliseconds. */
const PATIENCE = 1500;

/**
 * Puts the focus on the focused deal's card once the dialog that is closing has let go of it. A dialog remembers the
 * element that had it before, but a moved card is another element; and nobody should lose their place on the board.
 */
export function returnFocus(): void {
  const deadline = performance.now() + PATIENCE;
  const look = () => {
    const now = document.activeElement;
    const lost = now === null || now === document.body;
    // Inside something that closes the focus is not lost yet; anywhere else somebody has put it.
    if (!lost && !now.closest('[role="dialog"]')) return;
    if (lost && focusCard()) return;
    if (performance.now() < deadline) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function focusCard(): boolean {
  const id = selectionStore.getState().focus?.id ?? '';
  const link = document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(id)}"] a`);
  link?.focus({ preventScroll: true });
  return link !== null && document.activeElement === link;
}
