import { type DuplicateEntity, duplicateKeys, type Recognisable } from '#shared/domain/leads/duplicateKeys.ts';
import type { ReadDb, WriteDb } from '../handles.ts';

/** Records taken from the queue at a time. */
const PAGE = 5000;

/**
 * Brings the keys by which records find their doubles up to what the tables say and empties the queue. Runs before every
 * commit, so that no door can bypass it. Returns how many records were looked at.
 */
export function drainDuplicateKeys(db: WriteDb): number {
  if (!hasUnkeyed(db)) return 0;
  let drained = 0;
  for (const { entity, sql } of sources) {
    for (;;) {
      const rows = db.all<DirtyRow>(sql, PAGE);
      for (const row of rows) rekey(db, entity, row);
      drained += rows.length;
      if (rows.length < PAGE) break;
    }
  }
  return drained;
}

/** Whether this file keeps such keys; files before migration 0036 do not. */
export function hasDuplicateKeys(db: ReadDb): boolean {
  return db.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'duplicateDirty'") !== undefined;
}

/** Whether records wait for their keys. */
export function hasUnkeyed(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM duplicateDirty LIMIT 1') !== undefined;
}

interface DirtyRow extends Recognisable {
  readonly entityId: string;
  /** 0 for a record that is gone, in the trash, merged, or a lead that became a deal. */
  readonly live: number;
}

const dirtyRows = (entity: DuplicateEntity, columns: string, condition = ''): string => `
  SELECT q.entityId, r.id IS NOT NULL AND r.removedAt IS NULL AND r.mergedIntoId IS NULL ${condition} AS live, ${columns}
  FROM duplicateDirty q LEFT JOIN ${entity} r ON r.id = q.entityId WHERE q.entity = '${entity}' LIMIT ?`;

/* A converted lead is its account, contact and deal from then on: those are found instead of it. */
const sources: readonly { readonly entity: DuplicateEntity; readonly sql: string }[] = [
  {
    entity: 'lead',
    sql: dirtyRows(
      'lead',
      'r.company, r.personName AS person, r.creditCode, r.mobile, r.phone, r.email, r.wechat, r.website',
      "AND r.status <> 'converted'",
    ),
  },
  {
    entity: 'account',
    sql: dirtyRows('account', 'r.name AS company, r.shortName, r.creditCode, r.phone, r.website'),
  },
  {
    entity: 'contact',
    sql: dirtyRows('contact', 'r.accountId, r.name AS person, r.mobile, r.phone, r.email, r.wechat'),
  },
];

function rekey(db: WriteDb, entity: DuplicateEntity, row: DirtyRow): void {
  db.run('DELETE FROM duplicateKey WHERE entity = ? AND entityId = ?', entity, row.entityId);
  if (row.live === 1) {
    for (const { kind, key } of duplicateKeys(entity, row)) {
      db.run(
        'INSERT INTO duplicateKey(entity, entityId, kind, key) VALUES (?, ?, ?, ?)',
        entity,
        row.entityId,
        kind,
        key,
      );
    }
  }
  db.run('DELETE FROM duplicateDirty WHERE entity = ? AND entityId = ?', entity, row.entityId);
}
