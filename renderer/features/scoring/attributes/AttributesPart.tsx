import { ListChecks, Plus } from 'lucide-react';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import styles from './AttributesPart.module.css';
import { NEW_SET } from './rulesDraft.ts';
import { RuleSetRow } from './RuleSetRow.tsx';

/** 设置 › 评分 › 属性规则: every set in the order in which they are asked. */
export function AttributesPart() {
  const t = useT();
  const language = useLanguage();
  const sets = useOperationQuery(attributeScoreContract.sets, {});
  const templates = useOperationQuery(attributeScoreContract.templates, {}).data ?? [];
  const addFrom = useOperationCommand(attributeScoreContract.addFromTemplate, {
    undoLabel: () => t('attributes.list.added'),
    onSuccess: ({ id }) => go(paths.attributeRules(id)),
  });
  if (sets.error) return <ErrorState failure={sets.error.failure} onRetry={() => void sets.refetch()} />;
  if (!sets.data) return <Skeleton rows={4} height={56} />;
  const add = (
    <Menu
      align="end"
      items={[
        ...templates.map(({ key, name }) => ({
          key,
          label: name[language],
          onSelect: () => void addFrom.run({ templateKey: key, language }),
        })),
        '-' as const,
        { key: NEW_SET, label: t('attributes.list.blank'), onSelect: () => go(paths.attributeRules(NEW_SET)) },
      ]}
    >
      <Button size="small" icon={Plus} busy={addFrom.pending}>
        {t('attributes.list.add')}
      </Button>
    </Menu>
  );
  return (
    <>
      <p className={styles.about}>{t('attributes.list.about')}</p>
      <Card title={t('attributes.list.title')} sub={sets.data.length} more={add} flush>
        {sets.data.length === 0 ? (
          <EmptyState icon={ListChecks} title={t('attributes.list.none')} detail={t('attributes.list.noneHint')}>
            {add}
          </EmptyState>
        ) : (
          <ul className={styles.rows}>
            {sets.data.map((set) => (
              <li key={set.id}>
                <RuleSetRow set={set} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
