import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { automationContract, type ListedRule } from '#shared/contract/automation.contract.ts';
import { FiringsDrawer } from './FiringsDrawer.tsx';
import { placeAfter } from './ruleDraft.ts';
import styles from './RuleList.module.css';
import { RuleRow } from './RuleRow.tsx';
import { useRuleNames } from './useRuleNames.ts';

interface RuleListProps {
  readonly rules: readonly ListedRule[];
  /** Opens a rule, or `new`. */
  readonly onOpen: (id: string) => void;
}

/** Every rule in its order: switched, read, moved by drag or keys, opened. */
export function RuleList({ rules, onOpen }: RuleListProps) {
  const t = useT();
  const names = useRuleNames();
  const [shown, setShown] = useState<ListedRule | null>(null);
  const nameOf = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? '';
  const reorder = useOperationCommand(automationContract.reorder, {
    undoLabel: (_output, { id }) => t('rules.list.moved', { name: nameOf(id) }),
  });
  const ids = rules.map(({ id }) => id);
  const move = (id: string, by: number) => {
    const afterId = placeAfter(ids, id, by);
    if (afterId !== undefined && !reorder.pending) void reorder.run({ id, afterId });
  };
  const add = (
    <Button size="small" tone="primary" icon={Plus} onClick={() => onOpen('new')}>
      {t('rules.list.add')}
    </Button>
  );
  return (
    <Card title={t('rules.list.title')} more={rules.length > 0 ? add : undefined} flush>
      {rules.length === 0 ? (
        <EmptyState icon={Workflow} title={t('rules.list.empty')} detail={t('rules.list.emptyHint')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <p className={styles.detail}>
            {t('rules.list.detail')} {t('rules.list.order')}
          </p>
          <SortableList
            label={t('rules.list.title')}
            items={rules}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            centred
            divided
            onMove={(from, to) => move(ids[from]!, to - from)}
          >
            {(rule, index) => (
              <RuleRow
                rule={rule}
                index={index}
                names={names}
                last={index === rules.length - 1}
                onOpen={() => onOpen(rule.id)}
                onFirings={() => setShown(rule)}
                onMove={(by) => move(rule.id, by)}
              />
            )}
          </SortableList>
        </>
      )}
      {shown ? <FiringsDrawer rule={shown} onClose={() => setShown(null)} /> : null}
    </Card>
  );
}
