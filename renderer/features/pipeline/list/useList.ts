import { useMemo } from 'react';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import type { OperationFailure } from '#renderer/platform/failure.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import type { Pipeline } from '../usePipeline.ts';

type ListInput = InputOf<typeof pipelineContract.list>;

/** The list as a whole: what it is asked with, how much there is, and a mark that changes when rows may have. */
export interface PipelineList {
  readonly input: ListInput;
  readonly total: number | undefined;
  readonly sums: readonly MoneySum[];
  /** Amounts of the first rows, to choose the column's unit by. */
  readonly sample: readonly number[];
  readonly version: number;
  readonly error: OperationFailure | null;
  readonly retry: () => void;
}

/** Rows that show what a column of amounts is like. */
const SAMPLE = 50;

/** Reads totals of the list; the rows themselves the grid asks for window by window. */
export function useList({ search, process, filter, by }: Pipeline, enabled: boolean): PipelineList {
  const { stages: stageIds, listSort: sortBy, descending } = search;
  const input = useMemo<ListInput>(
    () => ({ processId: process.id, filter, ...(stageIds ? { stageIds } : {}), expectedBy: by }),
    [process.id, filter, stageIds, by],
  );
  const head = useOperationQuery(
    pipelineContract.list,
    { ...input, sortBy: sortBy ?? 'expectedClose', descending: descending ?? false, limit: SAMPLE },
    { enabled, keepPrevious: true },
  );
  const { data } = head;
  const sample = useMemo(() => data?.rows.flatMap(({ amountMinor }) => amountMinor ?? []) ?? [], [data]);
  return {
    input,
    total: data?.total,
    sums: data?.sums ?? [],
    sample,
    version: head.dataUpdatedAt,
    error: data ? null : head.error,
    retry: () => void head.refetch(),
  };
}
