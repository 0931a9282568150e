import { Copy, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go, useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { LeadBulkBar } from './LeadBulkBar.tsx';
import { LeadDialogs } from './LeadDialogs.tsx';
import { LeadFilters } from './LeadFilters.tsx';
import { LeadInbox } from './LeadInbox.tsx';
import { LeadRateCard } from './LeadRateCard.tsx';
import styles from './LeadsScreen.module.css';
import { leadViews, parseLeadsSearch } from './leadsSearch.ts';
import { clearLeads, focusLead, openLeadDialog } from './leadStore.ts';
import { useLeadCommands } from './useLeadCommands.ts';

/** 线索: what came in, whose it is, and how long it still stays with them. */
export function LeadsScreen() {
  const t = useT();
  const [search, setSearch] = useSearchState(parseLeadsSearch);
  const overview = useOperationQuery(leadContract.overview, {});
  const { view } = search;
  useEffect(
    () => () => {
      clearLeads();
      focusLead(null);
    },
    [],
  );
  useLeadCommands();
  const counts = overview.data?.counts;
  return (
    <div className={styles.room}>
      <PageBar title={t('leads.page.title')}>
        <Button icon={Copy} onClick={() => go(paths.duplicates({ entity: 'lead' }))}>
          {t('leads.duplicates.button')}
        </Button>
        <Button icon={Plus} keys="n" onClick={() => openLeadDialog('new', [])}>
          {t('leads.add.button')}
        </Button>
      </PageBar>
      <Tabs
        label={t('leads.views.label')}
        current={view}
        onSelect={(next) => {
          clearLeads();
          focusLead(null);
          setSearch({ view: next, status: undefined });
        }}
        items={leadViews.map((key) => ({
          key,
          label: t(`leads.view.${key}`),
          ...(key === 'rate' || counts === undefined ? {} : { figure: counts[key] }),
        }))}
      />
      {view === 'rate' ? (
        <div className={styles.body}>
          <LeadRateCard search={search} onSearch={setSearch} />
        </div>
      ) : (
        <>
          <div className={styles.filters}>
            <LeadFilters search={search} sources={overview.data?.sources ?? []} onChange={setSearch} />
          </div>
          <LeadInbox search={search} onSearch={setSearch} isEmptyRoom={counts?.all === 0} />
        </>
      )}
      <LeadBulkBar />
      <LeadDialogs />
    </div>
  );
}
