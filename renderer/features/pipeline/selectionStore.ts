import { create } from 'zustand';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';

interface SelectionState {
  /** Selected deals as they were when selected, in the order of selection. */
  readonly chosen: ReadonlyMap<string, DealCard>;
  /** From where Shift selects a range. */
  readonly anchorId: string | null;
  /** The deal that keys act on. */
  readonly focus: DealCard | null;
}

/** Selected and focused deals of 商机; they stay while one switches between board, list and timeline. */
export const selectionStore = create<SelectionState>(() => ({ chosen: new Map(), anchorId: null, focus: null }));

/** Makes a deal the one that keys act on. */
export function focusDeal(card: DealCard | null): void {
  if (selectionStore.getState().focus !== card) selectionStore.setState({ focus: card });
}

/** A deal that is focused or selected is shown as it is now: after an undo its keys must not act on the stage before. */
export function renewDeal(card: DealCard): void {
  const { focus, chosen } = selectionStore.getState();
  if (focus?.id === card.id) focusDeal(card);
  const known = chosen.get(card.id);
  if (known && known !== card) selectionStore.setState({ chosen: new Map(chosen).set(card.id, card) });
}

/** Selects a deal or takes it out of the selection. */
export function toggleSelected(card: DealCard): void {
  const chosen = new Map(selectionStore.getState().chosen);
  if (!chosen.delete(card.id)) chosen.set(card.id, card);
  selectionStore.setState({ chosen, anchorId: card.id });
}

/** Adds the deals between the anchor and this one, as they stand in the given order. */
export function selectTo(card: DealCard, order: readonly DealCard[]): void {
  const { anchorId, chosen } = selectionStore.getState();
  const from = order.findIndex(({ id }) => id === anchorId);
  const to = order.findIndex(({ id }) => id === card.id);
  if (from < 0 || to < 0) return toggleSelected(card);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  selectionStore.setState({ chosen: new Map([...chosen, ...range.map((one) => [one.id, one] as const)]) });
}

/** Selects nothing. */
export function clearSelection(): void {
  if (selectionStore.getState().chosen.size > 0) selectionStore.setState({ chosen: new Map(), anchorId: null });
}

/** The deals that a key or a drag on this one means: all selected ones when it is among them, otherwise it alone. */
export function dealsMeant(card: DealCard): readonly DealCard[] {
  const { chosen } = selectionStore.getState();
  if (!chosen.has(card.id)) return [card];
  return [card, ...[...chosen.values()].filter(({ id }) => id !== card.id)];
}
