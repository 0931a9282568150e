import { useMemo, useState } from 'react';
import type { OperationFailure } from '#renderer/platform/failure.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { type BoardData, type BoardTotals, totalsAfter } from '../boardModel.ts';
import { pendingMoves } from '../pendingMoves.ts';
import type { Pipeline } from '../usePipeline.ts';

/** Cards per column that come with the board itself: more than the tallest screen shows. */
const FIRST_CARDS = 40;

/** The board of the process that is shown. */
export interface Board {
  readonly data: BoardData | undefined;
  /** Changes when the data is that of another process, filter or order; not while an older board is still shown. */
  readonly place: string;
  /** Count and sums with the moves that are on their way. */
  readonly totals: BoardTotals | undefined;
  readonly error: OperationFailure | null;
  readonly retry: () => void;
}

/** Reads the board; columns add further pages and pending moves themselves. */
export function useBoard({ process, filter, sort, by }: Pipeline, enabled: boolean): Board {
  const input = { processId: process.id, filter, sort, expectedBy: by, perColumn: FIRST_CARDS };
  const board = useOperationQuery(pipelineContract.board, input, { keepPrevious: true, enabled });
  const moves = pendingMoves((state) => state.moves);
  const { data } = board;
  const asked = JSON.stringify([process.id, filter, sort]);
  const [place, setPlace] = useState(asked);
  if (place !== asked && !board.isPlaceholderData) setPlace(asked);
  const totals = useMemo(
    () => data && moves.reduce<BoardTotals>((totalled, move) => totalsAfter(totalled, data.columns, move, by), data),
    [data, moves, by],
  );
  return { data, place, totals, error: data ? null : board.error, retry: () => void board.refetch() };
}
