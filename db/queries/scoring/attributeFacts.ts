import type { ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import { customFields } from '#shared/domain/accounts/customFields.ts';
import type { AttributeFacts } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import type { ReadDb } from '../../handles.ts';

/** Columns of a record that attribute rules look at, over `account r` or `lead r`. */
export const factColumns: Readonly<Record<ScoredEntity, string>> = {
  account: `'account' AS entity, r.id, r.name, r.industry, r.grade, r.tier, r.ownership, r.region, r.city, r.source,
    r.employees, r.annualRevenueMinor, r.foundedYear, r.custom`,
  lead: `'lead' AS entity, r.id, r.company AS name, r.industry, r.region, r.city, r.title, r.source, r.budgetMinor,
    r.custom`,
};

/** Records that are scored: neither in the trash nor merged into another. */
export const isScored = 'r.removedAt IS NULL AND r.mergedIntoId IS NULL';

/** A row as it is read, its own fields still as JSON. */
export type FactRow = Omit<AttributeFacts, 'custom'> & { readonly custom: string };

/** The row with its own fields read. */
export const toFacts = (row: FactRow): AttributeFacts => ({
  ...row,
  custom: row.custom === '{}' ? NO_FIELDS : customFields(row.custom),
});
const NO_FIELDS = {};

/** The facts of one account or lead. */
export function factsOf(db: ReadDb, entity: ScoredEntity, id: string): AttributeFacts | undefined {
  const row = db.get<FactRow>(`SELECT ${factColumns[entity]} FROM "${entity}" r WHERE r.id = ? AND ${isScored}`, id);
  return row && toFacts(row);
}

/** The facts of every account and lead. */
export function everyFacts(db: ReadDb): AttributeFacts[] {
  return (['account', 'lead'] as const).flatMap((entity) =>
    db.all<FactRow>(`SELECT ${factColumns[entity]} FROM "${entity}" r WHERE ${isScored}`).map(toFacts),
  );
}
