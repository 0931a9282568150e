import { create } from 'zustand';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { operationKey, queryClient } from '#renderer/platform/queries.ts';
import type { CardMove } from './boardModel.ts';

/**
 * Moves that are shown although the core has not confirmed them. They lie over the cached board instead of in it, so that
 * an answer that was on its way does not undo what the person sees, and a refused move disappears by itself.
 */
export const pendingMoves = create<{ readonly moves: readonly CardMove[] }>(() => ({ moves: [] }));

/** Shows a move at once; the returned function ends that. */
export function showMove(move: CardMove): () => void {
  pendingMoves.setState(({ moves }) => ({ moves: [...moves, move] }));
  return () => pendingMoves.setState(({ moves }) => ({ moves: moves.filter((one) => one !== move) }));
}

/** Asks for the boards anew and waits until they are there. */
export async function refreshBoards(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: operationKey(pipelineContract.board) }),
    queryClient.invalidateQueries({ queryKey: operationKey(pipelineContract.column) }),
  ]);
}
