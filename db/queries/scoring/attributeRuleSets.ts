import type { ReadDb } from '../../handles.ts';

/** A rule set as it lies in its row. */
export interface AttributeSetRow {
  readonly id: string;
  readonly name: string;
  /** Key of its template, or empty. */
  readonly industry: string;
  /** JSON. */
  readonly body: string;
}

const FROM = "FROM scoreRuleSet WHERE kind = 'attribute' AND removedAt IS NULL";

/** Every attribute rule set outside the trash. */
export const attributeSetRows = (db: ReadDb): AttributeSetRow[] =>
  db.all<AttributeSetRow>(`SELECT id, name, industry, body ${FROM} ORDER BY id`);

/** One of them. */
export const attributeSetRow = (db: ReadDb, id: string): AttributeSetRow | undefined =>
  db.get<AttributeSetRow>(`SELECT id, name, industry, body ${FROM} AND id = ?`, id);

/** How many records each set scores. */
export const scoredBySet = (db: ReadDb): { ruleSetId: string; entity: string; count: number }[] =>
  db.all(
    `SELECT ruleSetId, entity, count(*) AS count FROM attributeScore INDEXED BY attributeScore_bySet
     GROUP BY ruleSetId, entity`,
  );
