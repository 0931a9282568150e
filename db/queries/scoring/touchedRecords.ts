import type { ReadDb } from '../../handles.ts';

/** Tables whose rows belong to a deal or a lead by a column of theirs. */
const owned = {
  deal: {
    column: 'opportunityId',
    tables: ['stageChange', 'pastChange', 'activity', 'stakeholder', 'c139Judgement', 'criterionEvidence', 'task'],
  },
  lead: { column: 'leadId', tables: ['activity', 'behaviourEvent'] },
} as const;

const number = (name: string): string => `(SELECT no FROM syncDict WHERE name = '${name}')`;

/** Ids of changed rows as a JSON list, and the entry of the log after which they changed. */
const GIVEN = 'WITH given(list, seq) AS (SELECT ?, ?)';

/** Values that a column of the given rows has, or had after the given entry of the log. */
const valuesOf = (table: string, column: string): string =>
  `SELECT "${column}" AS id FROM "${table}" WHERE id IN (SELECT value FROM json_each((SELECT list FROM given)))
   UNION SELECT op.old FROM json_each((SELECT list FROM given)) j CROSS JOIN syncOp op
     ON op.tbl = ${number(table)} AND op.pk = j.value AND op.col = ${number(column)} WHERE op.seq > (SELECT seq FROM given)
   UNION SELECT json_extract(op.old, '$.${column}') FROM json_each((SELECT list FROM given)) j CROSS JOIN syncOp op
     ON op.tbl = ${number(table)} AND op.pk = j.value AND op.col = -1 WHERE op.seq > (SELECT seq FROM given)`;

/** Statements that name the records behind changed rows, by table. A row that moved touches where it was and where it is. */
function statements(kind: 'deal' | 'lead'): ReadonlyMap<string, string> {
  const { column, tables } = owned[kind];
  const found = new Map<string, string>(tables.map((table) => [table, valuesOf(table, column)]));
  if (kind === 'lead') return found;
  found.set(
    'activityContact',
    `SELECT a.opportunityId AS id FROM (${valuesOf('activityContact', 'activityId')}) c JOIN activity a ON a.id = c.id`,
  );
  found.set('attachment', valuesOf('attachment', 'entityId'));
  found.set(
    'account',
    `SELECT o.id FROM json_each((SELECT list FROM given)) j CROSS JOIN opportunity o ON o.accountId = j.value WHERE (SELECT seq FROM given) IS NOT NULL`,
  );
  return found;
}

const byKind = { deal: statements('deal'), lead: statements('lead') } as const;

/** The deals or leads to which these rows of a table belong, or belonged after the entry `seq` of the log. */
export function recordsBehind(
  db: ReadDb,
  kind: 'deal' | 'lead',
  rows: { readonly table: string; readonly ids: readonly string[]; readonly seq: number },
): string[] {
  if (rows.table === (kind === 'deal' ? 'opportunity' : 'lead')) return [...rows.ids];
  const sql = byKind[kind].get(rows.table);
  if (sql === undefined) return [];
  return db
    .all<{ id: string | null }>(`${GIVEN} ${sql}`, JSON.stringify(rows.ids), rows.seq)
    .flatMap(({ id }) => (id === null ? [] : [id]));
}
