import { useId, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { usePathParameter, useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { processContract } from '#shared/contract/process.contract.ts';
import { MigrateDialog } from './MigrateDialog.tsx';
import { ProcessHeader } from './ProcessHeader.tsx';
import styles from './ProcessScreen.module.css';
import { processTabs, readProcessSearch } from './processSearch.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { RulesTab } from './RulesTab.tsx';
import { StagesTab } from './StagesTab.tsx';
import { useProcessEditor } from './useProcessEditor.ts';
import { VersionsTab } from './VersionsTab.tsx';

/** One process: its stages as they are being changed, its rules, its versions. */
export function ProcessScreen() {
  const t = useT();
  const id = usePathParameter('processId');
  const { data, error, refetch } = useOperationQuery(processContract.get, { id });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  const name = data?.process.name ?? t('processes.list.title');
  return (
    <>
      <PageBar
        title={name}
        lead={
          <nav className={styles.crumbs} aria-label={t('processes.page.crumbs')}>
            <Link to={paths.settings()}>{t('settings.page.title')}</Link>
            <span aria-hidden>›</span>
            <Link to={paths.settings({ tab: 'processes' })}>{t('processes.list.title')}</Link>
          </nav>
        }
      />
      {data ? (
        <ProcessEditorPage key={id} page={data} />
      ) : (
        <div className={styles.body}>
          <Skeleton rows={8} height={48} />
        </div>
      )}
    </>
  );
}

function ProcessEditorPage({ page }: { readonly page: OutputOf<typeof processContract.get> }) {
  const t = useT();
  const panelId = useId();
  const [search, setSearch] = useSearchState(readProcessSearch);
  const editor = useProcessEditor(page);
  const [dialog, setDialog] = useState<'publish' | 'migrate' | 'elsewhere' | null>(null);
  const close = () => setDialog(null);
  const { process, versions } = page;
  return (
    <div className={styles.page}>
      <ProcessHeader
        page={page}
        editor={editor}
        onPublish={() => void editor.save().then(() => setDialog('publish'))}
        onMigrate={(elsewhere) => setDialog(elsewhere ? 'elsewhere' : 'migrate')}
      />
      <Tabs
        label={process.name}
        current={search.tab}
        panelId={panelId}
        items={processTabs.map((key) => ({
          key,
          label: t(`processes.tab.${key}`),
          ...(key === 'versions' && versions.length > 0 ? { figure: versions.length } : {}),
        }))}
        onSelect={(tab) => setSearch({ tab })}
      />
      <div id={panelId} role="tabpanel" aria-label={t(`processes.tab.${search.tab}`)} className={styles.body}>
        {search.tab === 'stages' ? (
          <StagesTab processId={process.id} editor={editor} search={search} onSearch={setSearch} />
        ) : null}
        {search.tab === 'rules' ? <RulesTab process={process} /> : null}
        {search.tab === 'versions' ? <VersionsTab versions={versions} onMigrate={() => setDialog('migrate')} /> : null}
      </div>
      {dialog === 'publish' ? (
        <PublishDialog
          process={process}
          differences={editor.differences}
          onClose={close}
          onPublished={() => process.runningCount > 0 && setDialog('migrate')}
        />
      ) : null}
      {dialog === 'migrate' || dialog === 'elsewhere' ? (
        <MigrateDialog process={process} elsewhere={dialog === 'elsewhere'} onClose={close} />
      ) : null}
    </div>
  );
}
