import { type AttributeField, attributeFields } from '../../../contract/attributeRules.ts';
import type { ScoredEntity } from '../../../contract/attributeScore.contract.ts';
import { isMissing } from '../../imports/missingValue.ts';

/** What is known of an account or a lead, as it lies in its row. Fields that its table does not have are left out. */
export interface AttributeFacts {
  readonly entity: ScoredEntity;
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly grade?: string;
  readonly tier?: string;
  readonly ownership?: string;
  readonly region: string;
  readonly city: string;
  readonly title?: string;
  readonly source: string;
  readonly employees?: number | null;
  /** Minor units. */
  readonly annualRevenueMinor?: number | null;
  readonly foundedYear?: number | null;
  /** Minor units. */
  readonly budgetMinor?: number | null;
  /** Fields of the team's own, by name. */
  readonly custom: Readonly<Record<string, string>>;
}

const NUMBERS: readonly AttributeField[] = ['employees', 'annualRevenue', 'foundedYear', 'budget'];
const MONEY: readonly AttributeField[] = ['annualRevenue', 'budget'];
/** A fact that the other kind of record has no place for is not asked of it: it is neither known nor unknown. */
const ONLY: Readonly<Partial<Record<AttributeField, ScoredEntity>>> = {
  grade: 'account',
  tier: 'account',
  ownership: 'account',
  employees: 'account',
  annualRevenue: 'account',
  foundedYear: 'account',
  title: 'lead',
  budget: 'lead',
};
const CUSTOM = 'custom:';

/** The name of a field of the team's own, or null for one of the program's. */
export const customName = (field: string): string | null =>
  field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : null;

/** The field of the program, or null for one of the team's own and for one that nobody knows. */
export const knownField = (field: string): AttributeField | null =>
  attributeFields.find((known) => known === field) ?? null;

/** What a field holds; one of the team's own holds texts that may be numbers. */
export function kindOfField(field: string): 'words' | 'number' | 'money' | 'either' {
  const known = knownField(field);
  if (known === null) return 'either';
  if (MONEY.includes(known)) return 'money';
  return NUMBERS.includes(known) ? 'number' : 'words';
}

/** Whether such a record has a place for that fact. */
export function isAskedOf(field: string, entity: ScoredEntity): boolean {
  const known = knownField(field);
  return known === null || (ONLY[known] ?? entity) === entity;
}

/** The fact itself: text or number, null when it is not known. Money comes in whole units. */
export function factOf(facts: AttributeFacts, field: string): string | number | null {
  const own = customName(field);
  if (own !== null) return text(facts.custom[own] ?? '');
  switch (field as AttributeField) {
    case 'employees':
      return facts.employees ?? null;
    case 'foundedYear':
      return facts.foundedYear ?? null;
    case 'annualRevenue':
      return whole(facts.annualRevenueMinor);
    case 'budget':
      return whole(facts.budgetMinor);
    case 'name':
    case 'industry':
    case 'grade':
    case 'tier':
    case 'ownership':
    case 'region':
    case 'city':
    case 'title':
    case 'source':
      return text(facts[field as 'name'] ?? '');
  }
  return null;
}

const whole = (minor: number | null | undefined): number | null =>
  minor === null || minor === undefined ? null : minor / 100;

/** Blanks, dashes, 无 and 未知 say nothing. */
const text = (value: string): string | null => {
  const trimmed = value.trim();
  // Whatever says nothing is short; asking is dear over all records.
  if (trimmed.length > 7) return trimmed;
  return isMissing(trimmed) || UNKNOWN.test(trimmed) ? null : trimmed;
};
const UNKNOWN = /^(?:未知|不详|unknown)$/iu;
