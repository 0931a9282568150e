import { Suspense, useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { usePathParameter, useSearchState } from '#renderer/platform/navigation.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { rememberRecent } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { RecordChanges } from '#renderer/ui/RecordChanges.tsx';
import { RecordDocuments } from '#renderer/ui/RecordDocuments.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { C139Tab } from './C139Tab.tsx';
import { DealFacts } from './DealFacts.tsx';
import { DealHeader } from './DealHeader.tsx';
import styles from './DealScreen.module.css';
import { DecisiveNoBanner } from './DecisiveNoBanner.tsx';
import { type DealTab, parseDealSearch } from './dealSearch.ts';
import { LinesTab } from './LinesTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { StagePath } from './StagePath.tsx';
import { TasksTab } from './TasksTab.tsx';
import { useDeal } from './useDeal.ts';

/** One deal with everything about it; the tab lives in the address. */
export function DealScreen() {
  const t = useT();
  const id = usePathParameter('dealId');
  const [search, setSearch] = useSearchState(parseDealSearch);
  const { data: page, error, refetch } = useDeal(id);
  const workspaceId = useWorkspace()?.id ?? '';
  const name = page?.card.name;
  const accountName = page?.card.account?.name ?? '';
  useEffect(() => {
    if (name !== undefined)
      rememberRecent(workspaceId, { entity: 'opportunity', id, title: name, subtitle: accountName });
  }, [workspaceId, id, name, accountName]);
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  return (
    <>
      <PageBar title={page?.card.name ?? t('deal.page.title')} lead={<Crumbs page={page} />} />
      {page ? (
        <div className={styles.page}>
          <div className={styles.top}>
            <DealHeader page={page} />
            {/* The map needs the height; facts and path are one tab away. */}
            {search.tab === 'map' ? null : (
              <>
                <DecisiveNoBanner page={page} />
                <DealFacts page={page} />
                <StagePath page={page} />
              </>
            )}
          </div>
          <Tabs
            label={t('deal.tabs.label')}
            current={search.tab}
            onSelect={(tab) => setSearch({ tab })}
            items={tabItems(page).map(({ key, figure }) => ({ key, label: t(`deal.tab.${key}`), figure }))}
          />
          <div className={search.tab === 'map' ? styles.whole : styles.body}>
            <TabBody tab={search.tab} page={page} onTab={(tab) => setSearch({ tab })} />
          </div>
        </div>
      ) : (
        <div className={styles.body}>
          <Skeleton rows={8} />
        </div>
      )}
    </>
  );
}

function Crumbs({ page }: { readonly page: OpportunityPage | undefined }) {
  const t = useT();
  return (
    <nav className={styles.crumbs} aria-label={t('deal.crumbs.label')}>
      <Link to={paths.pipeline()}>{t('deal.page.title')}</Link>
      {page ? (
        <>
          <span aria-hidden>›</span>
          <Link to={paths.pipeline({ process: page.process.id })}>{page.process.name}</Link>
          {page.card.account ? (
            <>
              <span aria-hidden>›</span>
              <Link to={paths.account(page.card.account.id)}>{page.card.account.name}</Link>
            </>
          ) : null}
        </>
      ) : null}
    </nav>
  );
}

function tabItems({ card, counts }: OpportunityPage): readonly { key: DealTab; figure: string | number }[] {
  const c139 = card.c139 ? `${card.c139.wins}W ${card.c139.firsts}F ${card.c139.clears}C` : '';
  return [
    { key: 'overview', figure: '' },
    { key: 'map', figure: counts.stakeholders || '' },
    { key: 'c139', figure: c139 },
    {
      key: 'tasks',
      figure:
        counts.openTasks + counts.doneTasks > 0 ? `${counts.doneTasks}/${counts.openTasks + counts.doneTasks}` : '',
    },
    { key: 'activity', figure: counts.activities || '' },
    { key: 'lines', figure: counts.lines || '' },
    { key: 'files', figure: counts.documents || '' },
    { key: 'changes', figure: '' },
  ];
}

interface TabBodyProps {
  readonly tab: DealTab;
  readonly page: OpportunityPage;
  readonly onTab: (tab: DealTab) => void;
}

function TabBody({ tab, page, onTab }: TabBodyProps) {
  const t = useT();
  const { id } = page.card;
  switch (tab) {
    case 'overview':
      return <OverviewTab page={page} onTab={onTab} />;
    case 'map': {
      const PowerMap = partOf('deal.map');
      return PowerMap ? (
        <Suspense fallback={<Skeleton rows={6} />}>
          {/* Parts are made once, at the start; this only looks one up. */}
          {/* oxlint-disable-next-line react/static-components */}
          <PowerMap id={id} />
        </Suspense>
      ) : null;
    }
    case 'c139':
      return <C139Tab page={page} />;
    case 'tasks':
      return <TasksTab opportunityId={id} />;
    case 'activity':
      return <RecordTimeline entity="opportunity" id={id} />;
    case 'lines':
      return <LinesTab page={page} />;
    case 'files':
      return (
        <Card title={t('deal.tab.files')} flush>
          <RecordDocuments entity="opportunity" id={id} />
        </Card>
      );
    case 'changes':
      break;
  }
  return <RecordChanges entity="opportunity" id={id} />;
}
