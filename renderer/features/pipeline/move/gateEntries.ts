import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import type { MoveAnswers } from './moveStore.ts';

type Given<Key extends keyof MoveAnswers> = NonNullable<MoveAnswers[Key]>[keyof NonNullable<MoveAnswers[Key]> & number];
export type RoleHolder = Given<'roles'>;
export type QualificationAnswer = Given<'answers'>;
export type OwnJudgement = Given<'judgements'>;

/** What was given for one criterion in the dialog. */
export type GateEntry =
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'field'; readonly value: string | number | null }
  | { readonly type: 'done' }
  | { readonly type: 'role'; readonly holder: RoleHolder | null }
  /** `complete`: with these the criterion is met. */
  | { readonly type: 'answers'; readonly answers: readonly QualificationAnswer[]; readonly complete: boolean }
  | { readonly type: 'judgements'; readonly judgements: readonly OwnJudgement[]; readonly complete: boolean };

/** What was given for each criterion, by its id. */
export type GateEntries = Readonly<Record<string, GateEntry | undefined>>;

/** How a criterion is met in the dialog; `elsewhere` = what it asks for cannot be read, only the deal's page is left. */
export type GateProof =
  | 'note'
  | 'field'
  | 'task'
  | 'role'
  | 'answers'
  | 'judgements'
  | 'activity'
  | 'sign'
  | 'elsewhere';

/** Fields of a deal that the dialog has a control for. */
const fields = new Set([
  'name',
  'amountMinor',
  'expectedClose',
  'ownWinRate',
  'nextStep',
  'description',
  'source',
  'qualificationLevel',
  'forecastCategory',
  'accountId',
  'primaryContactId',
  'ownerId',
]);

/** How this criterion is met. */
export function proofOf({ kind, field, needs }: GateItem): GateProof {
  switch (kind) {
    case 'evidence':
    case 'deliverable':
      return 'note';
    case 'fieldFilled':
      return field !== null && (fields.has(field) || field.startsWith('custom.')) ? 'field' : 'elsewhere';
    case 'taskDone':
      return needs.stageTaskId === null ? 'elsewhere' : 'task';
    case 'activityWithin':
      return 'activity';
    case 'roleCovered':
      return needs.role === null ? 'elsewhere' : 'role';
    case 'qualification':
      return needs.level === null ? 'elsewhere' : 'answers';
    case 'c139':
      return 'judgements';
    case 'signOff':
      break;
  }
  return 'sign';
}

/** Whether enough was given to try. */
export function isAnswered(item: GateItem, entries: GateEntries): boolean {
  const entry = entries[item.criterionId];
  switch (entry?.type) {
    case 'note':
      return entry.text.trim() !== '';
    case 'field':
      return entry.value !== null && String(entry.value).trim() !== '';
    case 'done':
      return true;
    case 'role':
      return entry.holder !== null;
    case 'answers':
    case 'judgements':
      return entry.complete;
    case undefined:
      break;
  }
  return false;
}

/** What was given, as the move takes it. Answers and judgements travel also where they do not meet the criterion yet. */
export function answersOf(items: readonly GateItem[], entries: GateEntries): MoveAnswers {
  const given = items.flatMap((item) => {
    const entry = entries[item.criterionId];
    return entry === undefined ? [] : [{ item, entry, answered: isAnswered(item, entries) }];
  });
  const answered = given.filter((one) => one.answered);
  const evidence = answered.flatMap(({ item, entry }) =>
    entry.type === 'note' ? [{ criterionId: item.criterionId, note: entry.text.trim() }] : [],
  );
  const filled = answered.flatMap(({ item, entry }) =>
    entry.type === 'field' ? [[item.field ?? '', entry.value] as const] : [],
  );
  const roles = answered.flatMap(({ entry }) => (entry.type === 'role' && entry.holder ? [entry.holder] : []));
  // A yes without evidence is not taken by the core: it stays in the dialog until it has some.
  const answers = given
    .flatMap(({ entry }) => (entry.type === 'answers' ? entry.answers : []))
    .filter((one) => one.value !== 'yes' || isWritten(one.evidence));
  const judgements = given
    .flatMap(({ entry }) => (entry.type === 'judgements' ? entry.judgements : []))
    .filter((one) => isWritten(one.evidence));
  const doneTaskIds = answered.flatMap(({ item, entry }) =>
    entry.type === 'done' ? [item.needs.task?.id ?? item.needs.stageTaskId ?? ''] : [],
  );
  return {
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(filled.length > 0 ? { fields: Object.fromEntries(filled) } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(judgements.length > 0 ? { judgements } : {}),
    ...(doneTaskIds.length > 0 ? { doneTaskIds } : {}),
  };
}

const isWritten = (text: string | undefined): boolean => (text ?? '').trim() !== '';
