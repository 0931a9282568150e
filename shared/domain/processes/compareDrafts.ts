import type { DraftStage, ProcessDraft } from '../../contract/processDraft.ts';

/** A field that differs. */
export interface FieldDifference {
  readonly name: string;
  readonly from?: Shown;
  readonly to?: Shown;
}

type Shown = string | number | boolean | null;

/** One difference between two versions of a process. */
export interface DraftDifference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly what: 'stage' | 'criterion' | 'task' | 'tool';
  /** Stage that it lies in, by its newer name. */
  readonly stage: string;
  /** Name, text or title, the newer one. */
  readonly name: string;
  /** Fields that differ, for `changed`; with both values where they are a text, a figure or a yes or no. */
  readonly fields: readonly FieldDifference[];
}

interface Part {
  readonly id: string;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Keys of the stages that the other one has, too, in order. */
const kept = (draft: ProcessDraft, other: ProcessDraft): string[] =>
  draft.stages.map(({ key }) => key).filter((key) => other.stages.some((stage) => stage.key === key));

/** What the newer of two versions has, lacks and says differently; parts are recognised by their keys, tools by their titles. */
export function compareDrafts(older: ProcessDraft, newer: ProcessDraft): DraftDifference[] {
  const before = new Map(older.stages.map((stage) => [stage.key, stage]));
  const removed = older.stages.filter(({ key }) => newer.stages.every((stage) => stage.key !== key));
  const oldOrder = kept(older, newer);
  const newOrder = kept(newer, older);
  const ofStage = (
    change: DraftDifference['change'],
    stage: DraftStage,
    fields: FieldDifference[] = [],
  ): DraftDifference => ({
    change,
    what: 'stage',
    stage: stage.name,
    name: stage.name,
    fields,
  });
  return [
    ...newer.stages.flatMap((stage) => {
      const was = before.get(stage.key);
      if (was === undefined) return [ofStage('added', stage)];
      const fields = changedFields(stageFields(was), stageFields(stage));
      return [
        ...(oldOrder.indexOf(stage.key) === newOrder.indexOf(stage.key) ? [] : [ofStage('moved', stage)]),
        ...(fields.length > 0 ? [ofStage('changed', stage, fields)] : []),
        ...compareParts('criterion', stage, criteriaOf(was), criteriaOf(stage)),
        ...compareParts('task', stage, tasksOf(was), tasksOf(stage)),
        ...compareParts('tool', stage, toolsOf(was), toolsOf(stage)),
      ];
    }),
    ...removed.map((stage) => ofStage('removed', stage)),
  ];
}

const PARTS = new Set(['key', 'criteria', 'tasks', 'toolkit']);
const stageFields = (stage: DraftStage): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(stage).filter(([name]) => !PARTS.has(name)));
const criteriaOf = (stage: DraftStage): Part[] =>
  stage.criteria.map((criterion) => ({ id: criterion.key, name: criterion.text, value: criterion }));
const tasksOf = (stage: DraftStage): Part[] =>
  stage.tasks.map((task) => ({ id: task.key, name: task.title, value: task }));
const toolsOf = (stage: DraftStage): Part[] =>
  stage.toolkit.map((tool) => ({ id: tool.title, name: tool.title, value: tool }));

function compareParts(
  what: DraftDifference['what'],
  { name: stage }: DraftStage,
  older: readonly Part[],
  newer: readonly Part[],
): DraftDifference[] {
  const found = newer.flatMap((part): DraftDifference[] => {
    const was = older.find(({ id }) => id === part.id);
    if (was === undefined) return [{ change: 'added', what, stage, name: part.name, fields: [] }];
    const fields = changedFields(was.value, part.value);
    return fields.length === 0 ? [] : [{ change: 'changed', what, stage, name: part.name, fields }];
  });
  const gone = older.filter(({ id }) => newer.every((part) => part.id !== id));
  return [...found, ...gone.map(({ name }): DraftDifference => ({ change: 'removed', what, stage, name, fields: [] }))];
}

function changedFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): FieldDifference[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
    const [from, to] = [a[name], b[name]];
    if (stable(from) === stable(to)) return [];
    return [isShown(from) && isShown(to) ? { name, from, to } : { name }];
  });
}

const isShown = (value: unknown): value is Shown =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** JSON with the keys of objects in order, so that only values make a difference. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return `{${Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${name}:${stable(part)}`)
    .join()}}`;
}
