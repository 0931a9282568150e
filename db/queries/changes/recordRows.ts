import type { SharedTableName } from '#db/schema/schema.ts';
import type { ReadDb } from '../../handles.ts';

/** A record whose history is asked for. */
export interface HistorySubject {
  readonly entity: 'opportunity' | 'account' | 'contact' | 'lead';
  readonly id: string;
}

/** Tables whose rows are parts of a record: their history is its history. The column names the record. */
const PARTS: Record<HistorySubject['entity'], readonly { table: SharedTableName; column: string }[]> = {
  opportunity: (
    [
      'stakeholder',
      'stakeholderRelation',
      'opportunityLine',
      'opportunityCompetitor',
      'criterionEvidence',
      'stageChange',
      'c139Judgement',
      'task',
      'activity',
    ] as const
  ).map((table) => ({ table, column: 'opportunityId' })),
  account: [{ table: 'fact', column: 'accountId' }],
  contact: [{ table: 'stakeholder', column: 'contactId' }],
  lead: (['task', 'activity'] as const).map((table) => ({ table, column: 'leadId' })),
};

/** The record itself and its parts, trashed ones included; null when there is no such record. */
export function recordRows(
  db: ReadDb,
  { entity, id }: HistorySubject,
): { readonly table: SharedTableName; readonly id: string }[] | null {
  if (!db.get(`SELECT 1 FROM ${entity} WHERE id = ?`, id)) return null;
  const selects = PARTS[entity].map(
    ({ table, column }) => `SELECT '${table}' AS "table", id FROM ${table} WHERE ${column} = ?`,
  );
  const parts = db.all<{ table: SharedTableName; id: string }>(selects.join(' UNION ALL '), ...selects.map(() => id));
  return [{ table: entity, id }, ...parts];
}
