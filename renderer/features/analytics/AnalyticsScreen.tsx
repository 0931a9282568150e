import { Suspense, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { funnelContract } from '#shared/contract/funnel.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { AnalyticsFilters } from './AnalyticsFilters.tsx';
import styles from './AnalyticsScreen.module.css';
import { parseAnalyticsSearch, windowOf } from './analyticsSearch.ts';
import { BottleneckCard } from './BottleneckCard.tsx';
import { ConversionCard } from './ConversionCard.tsx';
import { DwellCard } from './DwellCard.tsx';
import { FunnelRowsDrawer, type OpenedFigure } from './FunnelRowsDrawer.tsx';
import { steps } from './funnelModel.ts';
import { QuarterCard } from './QuarterCard.tsx';

/** 分析: the funnel with its bottlenecks, and where effort pays. */
export function AnalyticsScreen() {
  const t = useT();
  const [search, setSearch] = useSearchState(parseAnalyticsSearch);
  const Attention = partOf('analytics.attention');
  const showsAttention = search.view === 'attention' && Attention !== null;
  return (
    <>
      <PageBar title={t('analytics.page.title')}>
        <Segmented
          size="small"
          label={t('analytics.view.label')}
          value={search.view}
          options={(['funnel', 'attention'] as const).map((value) => ({ value, label: t(`analytics.view.${value}`) }))}
          onChange={(view) => setSearch({ view })}
        />
      </PageBar>
      {showsAttention ? (
        <Suspense fallback={<Skeleton rows={8} />}>
          {/* Parts are made once, at the start; this only looks one up. */}
          {/* oxlint-disable-next-line react/static-components */}
          <Attention id="" />
        </Suspense>
      ) : (
        <FunnelView />
      )}
    </>
  );
}

/** 漏斗与瓶颈: how each entry cohort went on, with doubt drawn, every figure open. */
function FunnelView() {
  const t = useT();
  const today = regionStore((region) => region.today);
  const [search, setSearch] = useSearchState(parseAnalyticsSearch);
  const processes = useOperationQuery(pipelineContract.processes, {});
  const process = processes.data?.find(({ id }) => id === search.process) ?? processes.data?.[0];
  const shown = windowOf(search, today);
  const filter = {
    processId: process?.id ?? '',
    ...shown,
    ...(search.owner ? { ownerIds: [search.owner] } : {}),
  };
  const funnel = useOperationQuery(funnelContract.get, filter, { enabled: process !== undefined, keepPrevious: true });
  const [opened, setOpened] = useState<OpenedFigure | null>(null);
  const stages = steps(funnel.data?.stages ?? []);
  return (
    <>
      <AnalyticsFilters
        search={search}
        shown={shown}
        processes={processes.data ?? []}
        processId={process?.id ?? null}
        onChange={(patch) => setSearch(patch)}
      />
      <div className={styles.body}>
        {funnel.error ? (
          <ErrorState failure={funnel.error.failure} onRetry={() => void funnel.refetch()} />
        ) : !funnel.data ? (
          processes.data?.length === 0 ? (
            <EmptyState title={t('analytics.empty.title')} detail={t('analytics.empty.detail')} />
          ) : (
            <Skeleton rows={8} />
          )
        ) : (
          <>
            <ConversionCard funnel={funnel.data} stages={stages} opened={opened} onOpen={setOpened} />
            <div className={styles.pair}>
              <BottleneckCard stages={stages} onOpen={setOpened} />
              <DwellCard stages={stages} onOpen={setOpened} />
            </div>
            <QuarterCard quarters={funnel.data.quarters} stages={stages} />
          </>
        )}
      </div>
      {opened ? <FunnelRowsDrawer filter={filter} figure={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
