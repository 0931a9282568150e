import { selectionStore } from './selectionStore.ts';

/** Puts a lost focus on the focused deal's card: a moved card is another element than the one that a dialog remembers. */
export function returnFocus(): void {
  const { focus } = selectionStore.getState();
  const now = document.activeElement;
  if (focus === null || (now !== document.body && now !== null)) return;
  document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(focus.id)}"] a`)?.focus({ preventScroll: true });
}
