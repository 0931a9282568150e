import type { AttributeCriterion, AttributeRules } from '#shared/contract/attributeRules.ts';
import { kindOfField } from '#shared/domain/scoring/attributes/attributeFacts.ts';

/** A set as it is being edited. */
export interface RulesDraft {
  readonly name: string;
  readonly body: AttributeRules;
  /** What was seen when the editing began; the save says so. */
  readonly revision: string | undefined;
}

/** Stands in the address for a set that is not saved yet. */
export const NEW_SET = 'new';

/** What a new set begins with. */
export const blankRules: AttributeRules = { version: 1, industries: [], criteria: [], caps: [], leastKnown: 0.4 };

/** A criterion over a field, with levels of the kind that the field has. */
export function newCriterion(field: string): AttributeCriterion {
  const key = crypto.randomUUID().slice(0, 8);
  return { key, field, weight: 10, group: '', earns: emptyEarns(kindOfField(field)) };
}

/** Levels to begin with. */
export const emptyEarns = (kind: ReturnType<typeof kindOfField>): AttributeCriterion['earns'] =>
  kind === 'number' || kind === 'money'
    ? { kind: 'bands', bands: [{ from: null, to: null, points: 50 }], otherwise: 0 }
    : { kind: 'values', choices: [{ words: [], match: 'contains', points: 100 }], otherwise: 0 };

/** The criterion over another field: its levels stay if they are of a kind that the field can have. */
export function overField(criterion: AttributeCriterion, field: string): AttributeCriterion {
  const kind = kindOfField(field);
  const fits = kind === 'either' || (kind === 'words') === (criterion.earns.kind === 'values');
  return { ...criterion, field, earns: fits ? criterion.earns : emptyEarns(kind) };
}
