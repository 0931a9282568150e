import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';
import type { WriteDb } from '../handles.ts';
import { looseReferences, referencesTo } from '../queries/duplicates/recordReferences.ts';
import { activityContactId } from './activities.ts';
import { trashStakeholder } from './powerMap.ts';

/** The two records of a merge. */
export interface Merge {
  readonly entity: DuplicateEntity;
  readonly winnerId: string;
  readonly loserId: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Lets everything that points to the loser point to the winner, and marks the loser as merged. Returns how many rows were
 * moved. The winner's own fields are the caller's business.
 */
export function mergeRecords(db: WriteDb, merge: Merge): number {
  const { entity, winnerId, loserId, now } = merge;
  let moved = entity === 'contact' ? moveAttendance(db, merge) : 0;
  for (const { table, column } of referencesTo(entity)) {
    if (table === 'activityContact') continue;
    moved += db.run(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ?`, winnerId, loserId).changes;
  }
  for (const table of looseReferences) {
    moved += db.run(
      `UPDATE "${table}" SET entityId = ? WHERE entity = ? AND entityId = ?`,
      winnerId,
      entity,
      loserId,
    ).changes;
  }
  if (entity === 'contact') uniteStakeholders(db, winnerId, now);
  if (entity === 'account') openCircle(db, 'account', 'parentId', winnerId);
  if (entity === 'contact') openCircle(db, 'contact', 'reportsToId', winnerId);
  db.run(`UPDATE ${entity} SET mergedIntoId = ? WHERE mergedIntoId = ?`, winnerId, loserId);
  db.run(`UPDATE ${entity} SET mergedIntoId = ?, removedAt = ? WHERE id = ?`, winnerId, now, loserId);
  return moved;
}

/** Who took part is known by an id made of both, so the rows are made anew; somebody who was there twice was there once. */
function moveAttendance(db: WriteDb, { winnerId, loserId }: Merge): number {
  const rows = db.all<{ id: string; activityId: string }>(
    'SELECT id, activityId FROM activityContact WHERE contactId = ?',
    loserId,
  );
  for (const { id, activityId } of rows) {
    db.run('DELETE FROM activityContact WHERE id = ?', id);
    db.run(
      'INSERT INTO activityContact(id, activityId, contactId) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
      activityContactId(activityId, winnerId),
      activityId,
      winnerId,
    );
  }
  return rows.length;
}

/** A person stands on each map once: the older place stays and takes over the lines of the others. */
function uniteStakeholders(db: WriteDb, contactId: string, now: number): void {
  const places = db.all<{ id: string; opportunityId: string }>(
    'SELECT id, opportunityId FROM stakeholder WHERE contactId = ? AND removedAt IS NULL ORDER BY createdAt, id',
    contactId,
  );
  for (const [first, ...others] of Map.groupBy(places, (place) => place.opportunityId).values()) {
    if (first === undefined) continue;
    for (const other of others) {
      for (const end of ['fromId', 'toId']) {
        db.run(
          `UPDATE stakeholderRelation SET ${end} = ? WHERE opportunityId = ? AND ${end} = ?`,
          first.id,
          first.opportunityId,
          other.id,
        );
      }
      trashStakeholder(db, other.id, now);
    }
    trashUselessLines(db, first, now);
  }
}

/** Lines from a person to themselves, and second lines of one kind between the same two. */
function trashUselessLines(
  db: WriteDb,
  place: { readonly id: string; readonly opportunityId: string },
  now: number,
): void {
  db.run(
    `UPDATE stakeholderRelation SET removedAt = ? WHERE opportunityId = ? AND removedAt IS NULL AND (fromId = toId OR EXISTS (
       SELECT 1 FROM stakeholderRelation r WHERE r.opportunityId = stakeholderRelation.opportunityId AND r.removedAt IS NULL
         AND r.fromId = stakeholderRelation.fromId AND r.toId = stakeholderRelation.toId
         AND r.kind = stakeholderRelation.kind AND r.id < stakeholderRelation.id))
       AND (fromId = ? OR toId = ?)`,
    now,
    place.opportunityId,
    place.id,
    place.id,
  );
}

/** When the winner now hangs below itself, it hangs below nobody. */
function openCircle(db: WriteDb, table: 'account' | 'contact', column: 'parentId' | 'reportsToId', id: string): void {
  const seen = new Set<string>();
  let at: string | null = id;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    at = db.get<{ up: string | null }>(`SELECT ${column} AS up FROM ${table} WHERE id = ?`, at)?.up ?? null;
    if (at === id) {
      db.run(`UPDATE ${table} SET ${column} = NULL WHERE id = ?`, id);
      return;
    }
  }
}
