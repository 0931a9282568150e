import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
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

/** 漏斗与瓶颈: how each entry cohort went on, with doubt drawn, every figure open. */
export function AnalyticsScreen() {
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
      <PageBar title={t('analytics.page.title')} />
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
