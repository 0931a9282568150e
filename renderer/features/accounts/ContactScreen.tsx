import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { usePathParameter, useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { rememberRecent } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { InlineEdit, type SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { RecordChanges } from '#renderer/ui/RecordChanges.tsx';
import { RecordDocuments } from '#renderer/ui/RecordDocuments.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { contactContract, type ContactFields } from '#shared/contract/account.contract.ts';
import { accountTabs, parsePageSearch } from './accountsSearch.ts';
import { ContactFieldsCard } from './ContactFieldsCard.tsx';
import { ContactPartsCard } from './ContactPartsCard.tsx';
import styles from './RecordPage.module.css';

/** One person: how to reach them, whom they report to, what part they have in which deal. */
export function ContactScreen() {
  const t = useT();
  const id = usePathParameter('contactId');
  const [{ tab }, setSearch] = useSearchState(parsePageSearch);
  const { data: page, error, refetch } = useOperationQuery(contactContract.page, { id });
  const update = useOperationCommand(contactContract.update, {
    handles: true,
    undoLabel: () => t('contacts.edit.saved'),
  });
  const workspaceId = useWorkspace()?.id ?? '';
  const name = page?.fields.name;
  const accountName = page?.account?.name ?? '';
  useEffect(() => {
    if (name !== undefined) rememberRecent(workspaceId, { entity: 'contact', id, title: name, subtitle: accountName });
  }, [workspaceId, id, name, accountName]);
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  const save =
    <Key extends keyof ContactFields>(key: Key) =>
    (value: ContactFields[Key]): Promise<SaveAnswer> =>
      update.run({ id, fields: { [key]: value }, expected: { [key]: page?.fields[key] ?? null } });
  return (
    <>
      <PageBar
        title={name ?? t('contacts.page.title')}
        lead={
          <nav className={styles.crumbs} aria-label={t('accounts.crumbs.label')}>
            <Link to={paths.accounts()}>{t('accounts.page.title')}</Link>
            {page?.account ? (
              <>
                <span aria-hidden>›</span>
                <Link to={paths.account(page.account.id)}>{page.account.name}</Link>
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
                label={t('fields.contact.name')}
                value={page.fields.name}
                onSave={save('name')}
              />
            </h1>
          </div>
          <Tabs
            label={t('contacts.tabs.label')}
            current={tab}
            onSelect={(next) => setSearch({ tab: next })}
            items={accountTabs.map((key) => ({ key, label: t(`accounts.tab.${key}`) }))}
          />
          <div className={styles.body}>
            {tab === 'overview' ? (
              <div className={styles.columns}>
                <div className={styles.column}>
                  <ContactPartsCard parts={page.parts} />
                  <RecordTimeline entity="contact" id={id} first={15} />
                </div>
                <div className={styles.column}>
                  <ContactFieldsCard page={page} save={save} />
                  <Card title={t('documents.card.title')} flush>
                    <RecordDocuments entity="contact" id={id} />
                  </Card>
                </div>
              </div>
            ) : null}
            {tab === 'activity' ? <RecordTimeline entity="contact" id={id} /> : null}
            {tab === 'changes' ? <RecordChanges entity="contact" id={id} /> : null}
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
