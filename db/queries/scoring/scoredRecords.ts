import type { ReadDb } from '../../handles.ts';

/** What a model scores. */
export type ScoredKind = 'deal' | 'lead';

/** Records that are scored: open ones. Converted and disqualified leads have their outcome, pooled ones wait for somebody. */
const open = {
  deal: `SELECT id FROM opportunity WHERE removedAt IS NULL AND status IN ('open', 'paused')`,
  lead: `SELECT id FROM lead WHERE removedAt IS NULL AND mergedIntoId IS NULL AND status IN ('new', 'verifying', 'pool')`,
} as const;

const closed = {
  deal: `SELECT id FROM opportunity WHERE removedAt IS NULL AND status IN ('won', 'lost', 'noDecision') AND closedAt IS NOT NULL`,
  lead: `SELECT id FROM lead WHERE removedAt IS NULL AND mergedIntoId IS NULL
    AND (status = 'converted' AND convertedAt IS NOT NULL OR status = 'disqualified' AND disqualifiedAt IS NOT NULL)`,
} as const;

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Ids of the records that are scored. */
export const openRecordIds = (db: ReadDb, kind: ScoredKind): string[] => ids(db.all(open[kind]));

/** Ids of the records whose outcome is known. */
export const closedRecordIds = (db: ReadDb, kind: ScoredKind): string[] => ids(db.all(closed[kind]));

/** Which of these are open. */
export function openAmong(db: ReadDb, kind: ScoredKind, among: readonly string[]): string[] {
  return ids(db.all(`${open[kind]} AND id IN (SELECT value FROM json_each(?))`, JSON.stringify(among)));
}

/** Open records of which nothing is folded yet. */
export function unfoldedIds(db: ReadDb, kind: ScoredKind): string[] {
  const table = kind === 'deal' ? 'opportunity' : 'lead';
  return ids(
    db.all(
      `${open[kind]} AND NOT EXISTS
        (SELECT 1 FROM scoreInput i WHERE i.kind = ? AND i.entityId = ${table}.id AND i.stale <> 2)`,
      kind,
    ),
  );
}

/** How many records are scored, and how many should be: unequal when something was missed. */
export function scoredCounts(db: ReadDb, kind: ScoredKind): { open: number; folded: number } {
  const row = db.get<{ open: number; folded: number }>(
    `SELECT (SELECT count(*) FROM (${open[kind]})) AS open,
       (SELECT count(*) FROM scoreInput WHERE kind = ? AND stale IN (0, 1)) AS folded`,
    kind,
  );
  return row ?? { open: 0, folded: 0 };
}

/** Records whose facts are to be folded anew: changed since, or something entered for a later moment has happened. */
export function staleIds(db: ReadDb, kind: ScoredKind, now: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT entityId AS id FROM scoreInput WHERE kind = ? AND stale = 1
       UNION SELECT entityId FROM scoreInput WHERE kind = ? AND stale = 0 AND dueAt <= ?`,
      kind,
      kind,
      now,
    )
    .map(({ id }) => id);
}

/** The facts of a record, as they are scored. */
export interface InputRow {
  readonly no: number;
  readonly id: string;
  readonly facts: string;
  readonly hash: string;
}

/** The facts of all scored records, in the order of their numbers. */
export function inputRows(db: ReadDb, kind: ScoredKind): InputRow[] {
  return db.all(
    'SELECT no, entityId AS id, facts, hash FROM scoreInput NOT INDEXED WHERE kind = ? AND stale < 2 ORDER BY no',
    kind,
  );
}

/** The facts of these records, as far as they are scored. */
export function inputRowsOf(db: ReadDb, kind: ScoredKind, among: readonly string[]): InputRow[] {
  return db.all(
    `SELECT i.no, i.entityId AS id, i.facts, i.hash FROM json_each(?) j
     CROSS JOIN scoreInput i ON i.kind = ? AND i.entityId = j.value WHERE i.stale < 2 ORDER BY i.no`,
    JSON.stringify(among),
    kind,
  );
}

/** The newest figure of a record. */
export interface ScoreRow {
  readonly id: string;
  readonly modelId: string | null;
  readonly asOf: number;
  readonly probability: number | null;
  readonly inputHash: string;
}

const scores = {
  deal: 'SELECT opportunityId AS id, modelId, asOf, probability, inputHash FROM opportunityScore',
  lead: 'SELECT leadId AS id, modelId, asOf, probability, inputHash FROM leadScore',
} as const;

/** The newest figures of all records. */
export const scoreRows = (db: ReadDb, kind: ScoredKind): ScoreRow[] => db.all(scores[kind]);

/** The newest figures of these records. */
export function scoreRowsOf(db: ReadDb, kind: ScoredKind, among: readonly string[]): ScoreRow[] {
  const key = kind === 'deal' ? 'opportunityId' : 'leadId';
  return db.all(`${scores[kind]} WHERE ${key} IN (SELECT value FROM json_each(?))`, JSON.stringify(among));
}
