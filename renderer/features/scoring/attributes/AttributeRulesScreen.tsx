import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go, usePathParameter } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import styles from './AttributeRulesScreen.module.css';
import { CapsCard } from './CapsCard.tsx';
import { CriteriaCard } from './CriteriaCard.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { blankRules, NEW_SET, type RulesDraft } from './rulesDraft.ts';
import { RulesHead } from './RulesHead.tsx';
import { useRulesEditor } from './useRulesEditor.ts';

/** One rule set: its criteria at the left, what they make of the workspace's own records at the right. */
export function AttributeRulesScreen() {
  const t = useT();
  const id = usePathParameter('ruleSetId');
  const isNew = id === NEW_SET;
  const [blank] = useState<RulesDraft>(() => ({ name: '', body: blankRules, revision: undefined }));
  const { data, error, refetch } = useOperationQuery(attributeScoreContract.set, { id }, { enabled: !isNew });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  const saved = isNew ? blank : data;
  return (
    <>
      <PageBar
        title={data?.name ?? t('attributes.edit.new')}
        lead={
          <nav className={styles.crumbs} aria-label={t('attributes.edit.crumbs')}>
            <Link to={paths.settings()}>{t('settings.page.title')}</Link>
            <span aria-hidden>›</span>
            <Link to={paths.settings({ tab: 'scoring', part: 'attributes' })}>{t('attributes.list.title')}</Link>
          </nav>
        }
      />
      {saved ? (
        <RulesPage key={id} id={id} saved={saved} />
      ) : (
        <div className={styles.body}>
          <Skeleton rows={8} height={48} />
        </div>
      )}
    </>
  );
}

function RulesPage({ id, saved }: { readonly id: string; readonly saved: RulesDraft }) {
  const editor = useRulesEditor(id, saved, (savedId) => {
    if (savedId !== id) go(paths.attributeRules(savedId), { replace: true });
  });
  const { name, body } = editor.shown;
  return (
    <div className={styles.body}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <RulesHead editor={editor} />
          <CriteriaCard editor={editor} />
          <CapsCard editor={editor} />
        </div>
        <div className={styles.side}>
          <PreviewPanel name={name} body={body} ruleSetId={id === NEW_SET ? null : id} />
        </div>
      </div>
    </div>
  );
}
