import type { WriteDb } from '../handles.ts';
import type { ScoredKind } from '../queries/scoring/scoredRecords.ts';

/** Facts of a record that were folded anew. */
export interface FoldedInput {
  readonly id: string;
  readonly facts: string;
  readonly hash: string;
  /** When something entered for a later moment will have happened. */
  readonly dueAt: number | null;
}

/** Keeps the facts of records; a record that has a number keeps it. */
export function keepInputs(db: WriteDb, kind: ScoredKind, inputs: readonly FoldedInput[]): void {
  for (const { id, facts, hash, dueAt } of inputs) {
    db.run(
      `INSERT INTO scoreInput(kind, entityId, facts, hash, stale, dueAt) VALUES (?, ?, ?, ?, 0, ?)
       ON CONFLICT (kind, entityId) DO UPDATE SET facts = excluded.facts, hash = excluded.hash, stale = 0, dueAt = excluded.dueAt`,
      kind,
      id,
      facts,
      hash,
      dueAt,
    );
  }
}

/** Marks records as changed, so that they are folded anew; those that are not scored are left alone. */
export function markInputsStale(db: WriteDb, kind: ScoredKind, ids: readonly string[] | 'all'): void {
  if (ids === 'all') db.run('UPDATE scoreInput SET stale = 1 WHERE kind = ? AND stale = 0', kind);
  else
    db.run(
      `UPDATE scoreInput SET stale = 1 WHERE kind = ? AND stale = 0 AND entityId IN (SELECT value FROM json_each(?))`,
      kind,
      JSON.stringify(ids),
    );
}

const scoreTable = { deal: 'opportunityScore', lead: 'leadScore' } as const;
const scoreKey = { deal: 'opportunityId', lead: 'leadId' } as const;

/** Closed, converted, removed: these records have no figure any more; what they had stays in the history. */
export function endInputs(db: WriteDb, kind: ScoredKind, ids: readonly string[]): number {
  const list = JSON.stringify(ids);
  db.run(
    `UPDATE scoreInput SET stale = 2, facts = '', hash = '', dueAt = NULL
     WHERE kind = ? AND stale <> 2 AND entityId IN (SELECT value FROM json_each(?))`,
    kind,
    list,
  );
  return db.run(`DELETE FROM ${scoreTable[kind]} WHERE ${scoreKey[kind]} IN (SELECT value FROM json_each(?))`, list)
    .changes;
}
