import { Download } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { changePersonalSettings, usePersonalSettingsValue } from '#renderer/platform/personalSettings.ts';
import { whenIdle } from '#renderer/platform/whenIdle.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { BoardSkeleton } from './board/BoardSkeleton.tsx';
import { BoardView } from './board/BoardView.tsx';
import { useBoard } from './board/useBoard.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { PipelineFilters } from './filters/PipelineFilters.tsx';
import { PipelineTotals } from './filters/PipelineTotals.tsx';
import { useList } from './list/useList.ts';
import { peekStore } from './peek/peekStore.ts';
import { PipelineBar } from './PipelineBar.tsx';
import { PipelineEmpty } from './PipelineEmpty.tsx';
import { hasFilters } from './pipelineSearch.ts';
import styles from './PipelineScreen.module.css';
import { PointMenu } from './PointMenu.tsx';
import { clearSelection, focusDeal } from './selectionStore.ts';
import { usePipeline } from './usePipeline.ts';
import { usePipelineCommands } from './usePipelineCommands.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';

// The board is what opens first; the grid's code alone is larger than everything else on it.
const ListView = lazyPart(async () => (await import('./list/ListView.tsx')).ListView);
const TimelineView = lazyPart(async () => (await import('./timeline/TimelineView.tsx')).TimelineView);
const DealPeek = lazyPart(async () => (await import('./peek/DealPeek.tsx')).DealPeek);
const QuickAddDialog = lazyPart(async () => (await import('./quickAdd/QuickAddDialog.tsx')).QuickAddDialog);

/** The room of a process: bar, filters, one of the three views, and what opens above them. */
export function PipelineRoom() {
  const t = useT();
  const pipeline = usePipeline();
  const { search, process } = pipeline;
  const [adding, setAdding] = useState(false);
  usePipelineCommands(() => setAdding(true));
  useRememberProcess(process.id);
  useEffect(() => forgetDeals, []);
  const peeked = usePeeked();
  useEffect(() => whenIdle([DealPeek.preload, QuickAddDialog.preload, ListView.preload, TimelineView.preload]), []);
  const onList = search.view === 'list';
  const board = useBoard(pipeline, !onList);
  const list = useList(pipeline, onList);
  const totals = onList
    ? list.total !== undefined && { count: list.total, sums: list.sums }
    : board.totals && { count: board.totals.count, sums: board.totals.totals };
  return (
    <div className={styles.room}>
      <PipelineBar onAdd={() => setAdding(true)} />
      <FilterBar totals={totals ? <PipelineTotals {...totals} /> : null}>
        <PipelineFilters />
        <ViewsMenu />
        {onList ? (
          <FilterChip icon={Download} onClick={() => runCommand('pipeline.export')}>
            {t('pipeline.list.export')}
          </FilterChip>
        ) : null}
      </FilterBar>
      {search.view === 'board' ? <Board board={board} /> : null}
      <Suspense fallback={<ViewSkeleton />}>
        {onList ? <List list={list} /> : null}
        {search.view === 'timeline' ? <TimelineView /> : null}
      </Suspense>
      <BulkBar />
      <PointMenu />
      <Suspense fallback={null}>
        {peeked ? <DealPeek /> : null}
        {adding ? <QuickAddDialog onClose={() => setAdding(false)} /> : null}
      </Suspense>
    </div>
  );
}

/** Whether a deal has been peeked at: the panel then stays, to slide in and out. */
function usePeeked(): boolean {
  const isAsked = peekStore((state) => state.dealId !== null);
  const [peeked, setPeeked] = useState(isAsked);
  if (isAsked && !peeked) setPeeked(true);
  return peeked;
}

/** Deals of one process are not meant by keys in another. */
function forgetDeals(): void {
  clearSelection();
  focusDeal(null);
}

function Board({ board }: { readonly board: ReturnType<typeof useBoard> }) {
  const t = useT();
  const { stages, search, setSearch } = usePipeline();
  const { status } = search;
  if (status === 'won' || status === 'lost' || status === 'closed') {
    return (
      <Notice title={t('pipeline.board.closedTitle')} detail={t('pipeline.board.closedDetail')}>
        <Button onClick={() => setSearch({ view: 'list' })}>{t('pipeline.board.showList')}</Button>
      </Notice>
    );
  }
  if (board.error) return <ErrorState failure={board.error.failure} onRetry={board.retry} />;
  if (!board.data) return <BoardSkeleton columns={stages.length} />;
  if (board.totals?.count === 0) return <PipelineEmpty filtered={hasFilters(search)} />;
  return <BoardView data={board.data} place={board.place} />;
}

function List({ list }: { readonly list: ReturnType<typeof useList> }) {
  const { search } = usePipeline();
  if (list.error) return <ErrorState failure={list.error.failure} onRetry={list.retry} />;
  if (list.total === 0) return <PipelineEmpty filtered={hasFilters(search)} />;
  return <ListView list={list} />;
}

function ViewSkeleton() {
  return (
    <div className={styles.skeleton}>
      <Skeleton rows={12} height={32} />
    </div>
  );
}

function useRememberProcess(processId: string): void {
  const last = usePersonalSettingsValue()?.lastProcessId;
  useEffect(() => {
    if (last !== undefined && last !== processId) void changePersonalSettings({ lastProcessId: processId });
  }, [last, processId]);
}
