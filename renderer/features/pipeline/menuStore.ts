import { create } from 'zustand';
import type { MenuItem } from '#renderer/ui/menuItems.tsx';

interface OpenMenu {
  readonly x: number;
  readonly y: number;
  readonly items: readonly MenuItem[];
  /** Takes the focus back when the menu closes. */
  readonly returnTo: HTMLElement | null;
}

/** The one menu of 商机 that opens at a point: of a card, a row, a bar. */
export const menuStore = create<{ readonly menu: OpenMenu | null }>(() => ({ menu: null }));

/** Opens a menu at a point of the window. */
export function openMenuAt(x: number, y: number, items: readonly MenuItem[]): void {
  const now = document.activeElement;
  menuStore.setState({ menu: { x, y, items, returnTo: now instanceof HTMLElement ? now : null } });
  // Until the menu has taken the focus a quick Enter must not open the card.
  if (now instanceof HTMLElement) now.blur();
}

/** Opens a menu below an element. */
export function openMenuBelow(element: Element, items: readonly MenuItem[]): void {
  const { left, top, height } = element.getBoundingClientRect();
  openMenuAt(left + 12, top + Math.min(height, 40), items);
}
