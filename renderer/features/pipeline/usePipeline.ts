import { createContext, use, useMemo } from 'react';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { usePersonalSettingsValue } from '#renderer/platform/personalSettings.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import type { OperationFailure } from '#renderer/platform/failure.ts';
import {
  type BoardSort,
  type ExpectedBy,
  pipelineContract,
  type Process,
  type Stage,
} from '#shared/contract/pipeline.contract.ts';
import { openStages } from '#shared/domain/pipeline/stages.ts';
import { type FilterInput, filterOf, parsePipelineSearch, type PipelineSearch } from './pipelineSearch.ts';

/** What every part of 商机 needs to know of where one is. */
export interface Pipeline {
  readonly search: PipelineSearch;
  readonly setSearch: (patch: Partial<PipelineSearch>, options?: { readonly replace?: boolean }) => void;
  readonly processes: readonly Process[];
  readonly process: Process;
  /** Open stages of the process, in selling order: the columns. */
  readonly stages: readonly Stage[];
  readonly filter: FilterInput;
  readonly sort: BoardSort;
  readonly by: ExpectedBy;
}

/** Context of 商机; provided by PipelineScreen once the processes are known. */
export const PipelineContext = createContext<Pipeline | null>(null);

/** Where one is in 商机, for its parts. */
export function usePipeline(): Pipeline {
  const pipeline = use(PipelineContext);
  if (!pipeline) throw new Error('usePipeline outside PipelineScreen');
  return pipeline;
}

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: OperationFailure; readonly retry: () => void }
  | { readonly state: 'noProcess' }
  | { readonly state: 'ready'; readonly pipeline: Pipeline };

/** Reads the address and finds the process it means: the one named, else the last one shown, else the busiest. */
export function usePipelineState(): Loading {
  const [search, setSearch] = useSearchState(parsePipelineSearch);
  const processes = useOperationQuery(pipelineContract.processes, {});
  const settings = usePersonalSettingsValue();
  const filter = useMemo(() => filterOf(search), [search]);
  const known = processes.data;
  const process = known && chooseProcess(known, search.process, settings?.lastProcessId ?? null);
  const by = search.by ?? settings?.expectedBy ?? 'stage';
  const pipeline = useMemo<Pipeline | null>(
    () =>
      process && known
        ? {
            search,
            setSearch,
            processes: known,
            process,
            stages: openStages(process.stages),
            filter,
            sort: search.sort ?? 'rank',
            by,
          }
        : null,
    [search, setSearch, known, process, filter, by],
  );
  if (processes.error) return { state: 'failed', error: processes.error, retry: () => void processes.refetch() };
  if (!known || !settings) return { state: 'loading' };
  return pipeline ? { state: 'ready', pipeline } : { state: 'noProcess' };
}

function chooseProcess(processes: readonly Process[], named?: string, last?: string | null): Process | undefined {
  const byId = (id: string | null | undefined) => processes.find((process) => process.id === id);
  return byId(named) ?? byId(last) ?? processes.toSorted((a, b) => b.openCount - a.openCount)[0];
}
