import { type ReactNode, useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { rememberRecent } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { InlineEdit, type SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { RecordChanges } from '#renderer/ui/RecordChanges.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { accountTabs, parsePageSearch } from './accountsSearch.ts';
import styles from './RecordPage.module.css';

interface LoadedRecord {
  readonly name: string;
  /** Beside the name among the records that were opened last. */
  readonly subtitle: string;
  /** The account that it belongs to. */
  readonly above: { readonly id: string; readonly name: string } | null;
  readonly figures?: ReactNode;
  readonly overview: ReactNode;
}

interface RecordPageProps {
  readonly entity: 'account' | 'contact';
  readonly id: string;
  /** Undefined while it is loading. */
  readonly record: LoadedRecord | undefined;
  readonly onRename: (name: string) => Promise<SaveAnswer>;
}

/** The page of an account or a person: where it belongs, its name to be edited in place, and its tabs. */
export function RecordPage({ entity, id, record, onRename }: RecordPageProps) {
  const t = useT();
  const [{ tab }, setSearch] = useSearchState(parsePageSearch);
  const workspaceId = useWorkspace()?.id ?? '';
  const name = record?.name;
  const subtitle = record?.subtitle ?? '';
  useEffect(() => {
    if (name !== undefined) rememberRecent(workspaceId, { entity, id, title: name, subtitle });
  }, [workspaceId, entity, id, name, subtitle]);
  const isAccount = entity === 'account';
  return (
    <>
      <PageBar
        title={name ?? (isAccount ? t('accounts.page.title') : t('contacts.page.title'))}
        lead={
          <nav className={styles.crumbs} aria-label={t('accounts.crumbs.label')}>
            <Link to={paths.accounts()}>{t('accounts.page.title')}</Link>
            {record?.above ? (
              <>
                <span aria-hidden>›</span>
                <Link to={paths.account(record.above.id)}>{record.above.name}</Link>
              </>
            ) : null}
          </nav>
        }
      />
      {record ? (
        <>
          <div className={styles.top}>
            <h1 className={styles.title}>
              <InlineEdit
                plain
                kind="text"
                required
                label={isAccount ? t('fields.account.name') : t('fields.contact.name')}
                value={record.name}
                onSave={onRename}
              />
            </h1>
            {record.figures}
          </div>
          <Tabs
            label={isAccount ? t('accounts.tabs.label') : t('contacts.tabs.label')}
            current={tab}
            onSelect={(next) => setSearch({ tab: next })}
            items={accountTabs.map((key) => ({ key, label: t(`accounts.tab.${key}`) }))}
          />
          <div className={styles.body}>
            {tab === 'overview' ? record.overview : null}
            {tab === 'activity' ? <RecordTimeline entity={entity} id={id} /> : null}
            {tab === 'changes' ? <RecordChanges entity={entity} id={id} /> : null}
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
