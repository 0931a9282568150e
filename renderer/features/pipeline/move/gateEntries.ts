import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import type { MoveAnswers } from './moveStore.ts';

/** What was typed for each criterion, by its id; null and '' are nothing. */
export type GateEntries = Readonly<Record<string, string | number | null>>;

/** How a criterion can be proven: a note, a field of the deal, or only elsewhere. */
export type GateProof = 'note' | 'field' | 'elsewhere';

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

/** How this criterion can be proven. */
export function proofOf(item: GateItem): GateProof {
  if (item.kind === 'evidence' || item.kind === 'signOff' || item.kind === 'deliverable') return 'note';
  if (item.field !== null && fields.has(item.field)) return 'field';
  return 'elsewhere';
}

/** Whether enough was typed to try. */
export function isAnswered(item: GateItem, entries: GateEntries): boolean {
  const entry = entries[item.criterionId] ?? null;
  return proofOf(item) !== 'elsewhere' && entry !== null && String(entry).trim() !== '';
}

/** Every criterion is answered: then no reason has to be offered. */
export function mustWait(items: readonly GateItem[], entries: GateEntries): boolean {
  return items.length > 0 && items.every((item) => isAnswered(item, entries));
}

/** What was typed, as the move takes it. */
export function answersOf(items: readonly GateItem[], entries: GateEntries): MoveAnswers {
  const answered = items.filter((item) => isAnswered(item, entries));
  const evidence = answered
    .filter((item) => proofOf(item) === 'note')
    .map(({ criterionId }) => ({ criterionId, note: String(entries[criterionId]).trim() }));
  const filled = answered
    .filter((item) => proofOf(item) === 'field')
    .map(({ field, criterionId }) => [field, entries[criterionId] ?? null] as const);
  return {
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(filled.length > 0 ? { fields: Object.fromEntries(filled) } : {}),
  };
}
