import { useMemo, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import type { AttributeRules } from '#shared/contract/attributeRules.ts';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { judgeRules } from '#shared/domain/scoring/attributes/judgeRules.ts';
import { NEW_SET, type RulesDraft } from './rulesDraft.ts';

/** What is being edited, by set: leaving the screen loses nothing, and coming back goes on where it was left. */
const held = new Map<string, RulesDraft>();

/** Whether a set has changes that are not saved. */
export const hasHeldDraft = (id: string): boolean => held.has(id);

/** The editing of a set: a draft that is kept until it is saved or taken back, and what is wrong with it. */
export function useRulesEditor(id: string, saved: RulesDraft, onSaved: (id: string) => void) {
  const t = useT();
  const [draft, setDraft] = useState<RulesDraft | null>(() => held.get(id) ?? null);
  const sets = useOperationQuery(attributeScoreContract.sets, {}).data;
  const shown = draft ?? saved;
  const save = useOperationCommand(attributeScoreContract.save, {
    handles: ['attributeProblems'],
    undoLabel: (_output, { name }) => t('attributes.edit.saved', { name }),
    onSuccess: (output) => {
      held.delete(id);
      setDraft(null);
      onSaved(output.id);
    },
  });
  const keep = (next: RulesDraft) => {
    const same = next.name === saved.name && JSON.stringify(next.body) === JSON.stringify(saved.body);
    if (same) held.delete(id);
    else held.set(id, next);
    setDraft(same ? null : next);
  };
  const problems = useMemo(
    () => judgeRules({ id, name: shown.name, body: shown.body }, sets ?? []),
    [id, shown.name, shown.body, sets],
  );
  return {
    shown,
    problems,
    dirty: draft !== null,
    saving: save.pending,
    rename: (name: string) => keep({ ...shown, name }),
    edit: (change: Partial<AttributeRules>) => keep({ ...shown, body: { ...shown.body, ...change } }),
    cancel: () => {
      held.delete(id);
      setDraft(null);
    },
    save: () =>
      save.run({
        name: shown.name,
        body: shown.body,
        ...(id === NEW_SET ? {} : { id, ...(shown.revision === undefined ? {} : { expected: shown.revision }) }),
      }),
  };
}

export type RulesEditor = ReturnType<typeof useRulesEditor>;
