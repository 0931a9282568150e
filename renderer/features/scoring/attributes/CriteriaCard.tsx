import { Plus } from 'lucide-react';
import { useState } from 'react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { AttributeCriterion } from '#shared/contract/attributeRules.ts';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { entityWord, fieldWord } from './attributeWords.ts';
import styles from './CriteriaCard.module.css';
import { CriterionRow } from './CriterionRow.tsx';
import { newCriterion } from './rulesDraft.ts';
import type { RulesEditor } from './useRulesEditor.ts';

/** What the set asks, each with its weight and levels; one is open at a time. */
export function CriteriaCard({ editor }: { readonly editor: RulesEditor }) {
  const t = useT();
  const format = useFormat();
  const fields = useOperationQuery(attributeScoreContract.fields, {}, { keepPrevious: true }).data;
  const [open, setOpen] = useState<string | null>(null);
  const { criteria } = editor.shown.body;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const set = (next: AttributeCriterion[]) => editor.edit({ criteria: next });
  const add = (field: string) => {
    const made = newCriterion(field);
    set([...criteria, made]);
    setOpen(made.key);
  };
  const known = fields?.fields ?? [];
  const share = (counts: { readonly account: number; readonly lead: number }): string =>
    (['account', 'lead'] as const)
      .filter((entity) => counts[entity] > 0)
      .map((entity) => `${entityWord(t, entity)} ${format.number(counts[entity])}`)
      .join(' ');
  const addButton = (
    <Menu
      align="end"
      items={known
        .filter(({ field }) => !criteria.some((criterion) => criterion.field === field))
        .map(({ field, known: counts }) => ({
          key: field,
          label: `${fieldWord(t, field)}  ${share(counts)}`,
          onSelect: () => add(field),
        }))}
    >
      <Button size="small" icon={Plus}>
        {t('attributes.criterion.add')}
      </Button>
    </Menu>
  );
  return (
    <Card
      title={t('attributes.criterion.title')}
      sub={t('attributes.criterion.sum', { count: criteria.length, total })}
      more={addButton}
      flush
    >
      {criteria.length === 0 ? (
        <EmptyState title={t('attributes.criterion.none')} detail={t('attributes.criterion.noneHint')}>
          {addButton}
        </EmptyState>
      ) : (
        <div className={styles.rows}>
          <SortableList
            label={t('attributes.criterion.title')}
            items={criteria}
            keyOf={({ key }) => key}
            nameOf={({ field }) => fieldWord(t, field)}
            divided
            onMove={(from, to) => set(moveItem(criteria, from, to))}
          >
            {(criterion, index) => (
              <CriterionRow
                criterion={criterion}
                path={`criteria.${index}`}
                total={total}
                fields={known.map(({ field }) => field)}
                industries={editor.shown.body.industries}
                problems={editor.problems}
                open={open === criterion.key}
                onToggle={() => setOpen(open === criterion.key ? null : criterion.key)}
                onChange={(next) => set(criteria.with(index, next))}
                onRemove={() => set(criteria.toSpliced(index, 1))}
              />
            )}
          </SortableList>
        </div>
      )}
    </Card>
  );
}
