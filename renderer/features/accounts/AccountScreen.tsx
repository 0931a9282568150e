import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { usePathParameter, useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { rememberRecent } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { RecordChanges } from '#renderer/ui/RecordChanges.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import { AccountFigures } from './AccountFigures.tsx';
import { AccountOverview } from './AccountOverview.tsx';
import { accountTabs, parsePageSearch } from './accountsSearch.ts';
import styles from './RecordPage.module.css';

/** One account: money, last touch, next step first; then deals, people, group and facts. */
export function AccountScreen() {
  const t = useT();
  const id = usePathParameter('accountId');
  const [{ tab }, setSearch] = useSearchState(parsePageSearch);
  const { data: page, error, refetch } = useOperationQuery(accountContract.page, { id });
  const update = useOperationCommand(accountContract.update, {
    handles: true,
    undoLabel: () => t('accounts.edit.saved'),
  });
  const workspaceId = useWorkspace()?.id ?? '';
  const name = page?.fields.name;
  const city = page?.fields.city ?? '';
  useEffect(() => {
    if (name !== undefined) rememberRecent(workspaceId, { entity: 'account', id, title: name, subtitle: city });
  }, [workspaceId, id, name, city]);
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  return (
    <>
      <PageBar
        title={name ?? t('accounts.page.title')}
        lead={
          <nav className={styles.crumbs} aria-label={t('accounts.crumbs.label')}>
            <Link to={paths.accounts()}>{t('accounts.page.title')}</Link>
            {page?.parent ? (
              <>
                <span aria-hidden>›</span>
                <Link to={paths.account(page.parent.id)}>{page.parent.name}</Link>
              </>
            ) : null}
          </nav>
        }
      />
      {page ? (
        <>
          <div className={styles.top}>
            <h1 className={styles.title}>
              <InlineEdit
                plain
                kind="text"
                required
                label={t('fields.account.name')}
                value={page.fields.name}
                onSave={(value: string) =>
                  update.run({ id, fields: { name: value }, expected: { name: page.fields.name } })
                }
              />
            </h1>
            <AccountFigures page={page} />
          </div>
          <Tabs
            label={t('accounts.tabs.label')}
            current={tab}
            onSelect={(next) => setSearch({ tab: next })}
            items={accountTabs.map((key) => ({ key, label: t(`accounts.tab.${key}`) }))}
          />
          <div className={styles.body}>
            {tab === 'overview' ? <AccountOverview page={page} /> : null}
            {tab === 'activity' ? <RecordTimeline entity="account" id={id} /> : null}
            {tab === 'changes' ? <RecordChanges entity="account" id={id} /> : null}
          </div>
        </>
      ) : (
        <div className={styles.body}>
          <Skeleton rows={8} />
        </div>
      )}
    </>
  );
}
