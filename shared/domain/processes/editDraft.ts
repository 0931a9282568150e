import type { DraftStage, ProcessDraft } from '../../contract/processDraft.ts';
import { isOutcome } from './finding.ts';

/** The list with one entry at another place; places outside the list change nothing. */
export function moveItem<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/**
 * Adds an open stage after the given one, or as the last open one: of the class and with the win rate of the one before it, so
 * that nothing but a name is missing.
 */
export function addStage(
  draft: ProcessDraft,
  key: string,
  after: number | null,
): { draft: ProcessDraft; index: number } {
  const { stages } = draft;
  const lastOpen = stages.findLastIndex((stage) => !isOutcome(stage));
  const before = after === null || stages[after] === undefined || isOutcome(stages[after]) ? lastOpen : after;
  const model = stages[before];
  const stage: DraftStage = {
    key,
    name: '',
    description: '',
    stageClass: model?.stageClass ?? 'verify',
    winRateMille: model?.winRateMille ?? 100,
    allowedDays: null,
    requiresC139: model?.requiresC139 ?? false,
    criteria: [],
    tasks: [],
    toolkit: [],
  };
  return { draft: { stages: stages.toSpliced(before + 1, 0, stage) }, index: before + 1 };
}

/** A copy in which every stage, criterion and task has a key; those that have one keep it. */
export function fillKeys(draft: ProcessDraft, newKey: () => string): ProcessDraft {
  const keyed = <Item extends { readonly key: string }>(items: readonly Item[]): Item[] =>
    items.map((item) => (item.key === '' ? { ...item, key: newKey() } : item));
  return {
    stages: keyed(draft.stages).map((stage) => ({
      ...stage,
      criteria: keyed(stage.criteria),
      tasks: keyed(stage.tasks),
    })),
  };
}
