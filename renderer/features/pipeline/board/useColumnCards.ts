import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ask, operationKey } from '#renderer/platform/queries.ts';
import { type BoardColumn, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { columnAfter } from '../boardModel.ts';
import { pendingMoves } from '../pendingMoves.ts';
import { usePipeline } from '../usePipeline.ts';

/** Cards of the first and of every further call once a person scrolls beyond what came with the board. */
const FIRST_PAGE = 200;
const PAGE = 500;

interface ColumnCards {
  /** The column with every card known now and the moves that are on their way. */
  readonly column: BoardColumn;
  /** Asks for more cards; does nothing while some are on their way. */
  readonly more: () => void;
}

/**
 * The cards of one column. They come with the board; as soon as somebody scrolls on, the column is read by itself, page
 * after page, and after a change again as deep as it was.
 */
export function useColumnCards(fromBoard: BoardColumn): ColumnCards {
  const { process, filter, sort, by } = usePipeline();
  const { stageId } = fromBoard;
  const [deep, setDeep] = useState(false);
  const place = { processId: process.id, stageId, filter, sort };
  const pages = useInfiniteQuery({
    queryKey: operationKey(pipelineContract.column, place),
    enabled: deep,
    initialPageParam: { cursor: null as string | null, limit: FIRST_PAGE },
    queryFn: ({ pageParam }) => ask(pipelineContract.column, { ...place, ...pageParam }),
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : { cursor: nextCursor, limit: PAGE }),
  });
  const { data, fetchNextPage, hasNextPage, isFetching } = pages;
  const more = useCallback(() => {
    if (!deep) setDeep(true);
    else if (hasNextPage && !isFetching) void fetchNextPage();
  }, [deep, hasNextPage, isFetching, fetchNextPage]);
  const moves = pendingMoves((state) => state.moves);
  const column = useMemo(() => {
    const loaded = data?.pages.flatMap(({ cards }) => cards);
    const last = data?.pages.at(-1);
    const whole: BoardColumn =
      loaded && last && loaded.length > fromBoard.cards.length
        ? { ...fromBoard, cards: loaded, nextCursor: last.nextCursor }
        : fromBoard;
    return moves.reduce((shown, move) => columnAfter(shown, move, by), whole);
  }, [data, fromBoard, moves, by]);
  return { column, more };
}
