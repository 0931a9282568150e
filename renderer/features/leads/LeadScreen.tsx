import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go, usePathParameter, useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { rememberRecent } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { RecordChanges } from '#renderer/ui/RecordChanges.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { LeadDialogs } from './LeadDialogs.tsx';
import { LeadHead } from './LeadHead.tsx';
import { LeadOverview } from './LeadOverview.tsx';
import styles from './LeadScreen.module.css';
import { leadTabs, parseLeadPageSearch } from './leadsSearch.ts';
import { clearLeads, focusLead } from './leadStore.ts';
import { useLeadCommands } from './useLeadCommands.ts';

/** One lead: whose it is and how long, what is known, what speaks for it, and what it may be the same as. */
export function LeadScreen() {
  const t = useT();
  const id = usePathParameter('leadId');
  const [{ tab }, setSearch] = useSearchState(parseLeadPageSearch);
  const { data: page, error, refetch } = useOperationQuery(leadContract.page, { id });
  const failure = error?.failure;
  const workspaceId = useWorkspace()?.id ?? '';
  const name = page ? page.fields.company || page.fields.personName : undefined;
  const subtitle = page?.fields.personName ?? '';
  useEffect(() => {
    if (name !== undefined) rememberRecent(workspaceId, { entity: 'lead', id, title: name, subtitle });
  }, [workspaceId, id, name, subtitle]);
  useEffect(() => {
    clearLeads();
    if (page) focusLead({ id, company: page.fields.company, personName: page.fields.personName, status: page.status });
    return () => focusLead(null);
  }, [id, page]);
  useEffect(() => {
    // A link to what was merged leads to what it was merged into.
    if (failure?.type === 'merged' && 'intoId' in failure) go(paths.lead(String(failure.intoId)), { replace: true });
  }, [failure]);
  useLeadCommands();
  if (failure && failure.type !== 'merged') return <ErrorState failure={failure} onRetry={() => void refetch()} />;
  return (
    <>
      <PageBar
        title={name ?? t('leads.page.title')}
        lead={
          <nav className={styles.crumbs} aria-label={t('leads.crumbs.label')}>
            <Link to={paths.leads()}>{t('leads.page.title')}</Link>
          </nav>
        }
      />
      {page ? (
        <>
          <LeadHead page={page} />
          <Tabs
            label={t('leads.tabs.label')}
            current={tab}
            onSelect={(next) => setSearch({ tab: next })}
            items={leadTabs.map((key) => ({ key, label: t(`leads.tab.${key}`) }))}
          />
          <div className={styles.body}>
            {tab === 'overview' ? <LeadOverview page={page} /> : null}
            {tab === 'activity' ? <RecordTimeline entity="lead" id={id} /> : null}
            {tab === 'changes' ? <RecordChanges entity="lead" id={id} /> : null}
          </div>
        </>
      ) : (
        <div className={styles.body}>
          <Skeleton rows={8} />
        </div>
      )}
      <LeadDialogs />
    </>
  );
}
