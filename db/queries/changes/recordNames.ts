import type { ReadDb } from '../../handles.ts';

/** How a row of each table is called for people; tables left out have no name of their own. */
const NAME: Readonly<Record<string, string>> = {
  account: 'name',
  contact: 'name',
  member: 'name',
  opportunity: 'name',
  process: 'name',
  processVersion: "'v' || number",
  stage: 'name',
  product: 'name',
  competitor: 'name',
  lead: 'company',
  stageCriterion: 'text',
  task: 'title',
  activity: 'subject',
  fact: 'label',
  stakeholder:
    "coalesce((SELECT c.name FROM contact c WHERE c.id = stakeholder.contactId), nullif(vacantLabel, ''), '')",
  stakeholderRelation: `(SELECT coalesce((SELECT c.name FROM contact c WHERE c.id = s.contactId), s.vacantLabel)
      FROM stakeholder s WHERE s.id = stakeholderRelation.fromId) || ' → ' ||
    (SELECT coalesce((SELECT c.name FROM contact c WHERE c.id = s.contactId), s.vacantLabel)
      FROM stakeholder s WHERE s.id = stakeholderRelation.toId)`,
  stageChange: '(SELECT g.name FROM stage g WHERE g.id = stageChange.toStageId)',
  opportunityLine: 'coalesce((SELECT p.name FROM product p WHERE p.id = opportunityLine.productId), description)',
  opportunityCompetitor: '(SELECT k.name FROM competitor k WHERE k.id = opportunityCompetitor.competitorId)',
  criterionEvidence: '(SELECT k.text FROM stageCriterion k WHERE k.id = criterionEvidence.criterionId)',
  c139Judgement: 'code',
};

/** Names of these rows of one table, trashed ones included; ids without a name are left out. */
export function recordNames(db: ReadDb, table: string, ids: readonly string[]): Map<string, string> {
  const name = NAME[table];
  if (name === undefined || ids.length === 0) return new Map();
  const rows = db.all<{ id: string; name: string | null }>(
    `SELECT id, ${name} AS name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
  return new Map(rows.flatMap((row) => (row.name === null || row.name === '' ? [] : [[row.id, row.name]])));
}
