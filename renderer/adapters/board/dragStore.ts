import { create } from 'zustand';

/** Where a drop would land: a column, and in a sorted-by-hand column the place among its cards. */
export interface DropPlace {
  readonly columnId: string;
  /** Number of cards above the place; null where the column has an order of its own. */
  readonly index: number | null;
}

interface DragState {
  /** Cards in the hand, the one under the pointer first; empty while nothing is dragged. */
  readonly ids: readonly string[];
  readonly fromColumn: string | null;
  readonly over: DropPlace | null;
}

const nothing: DragState = { ids: [], fromColumn: null, over: null };

/** What is being dragged on the board; each column and card reads only its own part. */
export const dragStore = create<DragState>(() => nothing);

/** For the drag adapter only. */
export function setDragged(ids: readonly string[], fromColumn: string): void {
  dragStore.setState({ ids, fromColumn, over: null });
}

/** For the drag adapter only; keeps the old object where nothing changed, so that nobody renders for nothing. */
export function setOver(over: DropPlace | null): void {
  const before = dragStore.getState().over;
  if (before?.columnId === over?.columnId && before?.index === over?.index) return;
  dragStore.setState({ over });
}

/** For the drag adapter only. */
export function endDrag(): void {
  dragStore.setState(nothing);
}
