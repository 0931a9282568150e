import { useCallback, useMemo, useState } from 'react';
import { DataGrid, type RowSource } from '#renderer/adapters/grid/DataGrid.tsx';
import { failureOf, showFailure } from '#renderer/platform/failure.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { ask } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { type ListRow, pipelineContract, type Stage } from '#shared/contract/pipeline.contract.ts';
import { dealMenu } from '../dealActions.ts';
import { openMenuAt } from '../menuStore.ts';
import { focusDeal, selectionStore, selectTo, toggleSelected } from '../selectionStore.ts';
import { usePipeline } from '../usePipeline.ts';
import { listColumns } from './listColumns.tsx';
import styles from './ListView.module.css';
import type { PipelineList } from './useList.ts';

/** Deals as a table: any number of rows, sorted by the core. */
export function ListView({ list }: { readonly list: PipelineList }) {
  const t = useT();
  const format = useFormat();
  const wordy = useLanguage() === 'en';
  const today = useToday();
  const pipeline = usePipeline();
  const { processes, search, setSearch } = pipeline;
  const { input, version, sample } = list;
  const chosen = selectionStore((state) => state.chosen);
  const [seen] = useState(() => new Map<number, ListRow>());
  const stages = useMemo(
    () => new Map<string, Stage>(processes.flatMap((process) => process.stages).map((stage) => [stage.id, stage])),
    [processes],
  );
  const source = useCallback<RowSource<ListRow>>(
    async ({ offset, limit, sortBy, descending }) => {
      const answer = await ask(pipelineContract.list, {
        ...input,
        ...(sortBy === null ? {} : { sortBy: sortBy as NonNullable<typeof input.sortBy>, descending }),
        offset,
        limit,
      });
      if (offset === 0) seen.clear();
      answer.rows.forEach((row, index) => seen.set(offset + index, row));
      return answer;
    },
    [input, seen],
  );
  const check = useCallback(
    (row: ListRow, range: boolean) => {
      const order = [...seen].toSorted(([a], [b]) => a - b).map(([, one]) => one);
      if (range) selectTo(row, order);
      else toggleSelected(row);
    },
    [seen],
  );
  // One unit for the column: that of the middle amount on the first page.
  const scale = useMemo(() => (sample.length === 0 ? undefined : format.columnScale(sample)), [sample, format]);
  const columns = useMemo(
    () => listColumns({ t, format, today, scale, wordy, onCheck: check, stageOf: (row) => stages.get(row.stageId) }),
    [t, format, today, scale, wordy, check, stages],
  );
  const sort = useMemo(
    () => ({ by: search.listSort ?? 'expectedClose', descending: search.descending ?? false }),
    [search.listSort, search.descending],
  );
  const failed = useCallback((thrown: unknown) => showFailure(failureOf(thrown)), []);
  return (
    <div className={styles.list}>
      <DataGrid<ListRow>
        label={t('pipeline.list.label')}
        columns={columns}
        source={source}
        version={version}
        rowId={({ id }) => id}
        sort={sort}
        onSort={(by, descending) =>
          setSearch(
            { listSort: by as NonNullable<typeof search.listSort>, descending: descending || undefined },
            { replace: true },
          )
        }
        isSelected={({ id }) => chosen.has(id)}
        selection={chosen}
        onFocusRow={focusDeal}
        onKey={(row, event) => {
          if (event.key !== 'Enter') return false;
          go(paths.deal(row.id));
          return true;
        }}
        onContextMenu={(row, x, y) => {
          focusDeal(row);
          openMenuAt(x, y, dealMenu(pipeline, row, t));
        }}
        onFailure={failed}
      />
    </div>
  );
}
