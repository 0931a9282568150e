import type { ReadDb } from '../../handles.ts';
import type { BehaviourEntity } from './recordEvents.ts';

/** A kept state; `state` is JSON. */
export interface BehaviourStateRow {
  readonly entity: BehaviourEntity;
  readonly entityId: string;
  readonly state: string;
  readonly points: number;
  readonly asOf: number;
  readonly validUntil: number | null;
  readonly surging: number;
  readonly ruleHash: string;
}

/** A record whose state does not know everything; `eventId` is the one new event, or empty. */
export interface DirtyRow {
  readonly entity: BehaviourEntity;
  readonly entityId: string;
  readonly eventId: string;
}

const COLUMNS = 's.entity, s.entityId, s.state, s.points, s.asOf, s.validUntil, s.surging, s.ruleHash';

/** The states of these records that are right at a moment: of these rules, with no event outstanding. */
export function validStates(
  db: ReadDb,
  entity: BehaviourEntity,
  ids: readonly string[],
  rule: { readonly hash: string; readonly at: number },
): Map<string, BehaviourStateRow> {
  const rows = db.all<BehaviourStateRow>(
    `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN behaviourState s ON s.entity = ? AND s.entityId = j.value
     WHERE s.ruleHash = ? AND s.asOf <= ? AND (s.validUntil IS NULL OR s.validUntil > ?)
       AND NOT EXISTS (SELECT 1 FROM behaviourDirty d WHERE d.entity = s.entity AND d.entityId = s.entityId)`,
    JSON.stringify(ids),
    entity,
    rule.hash,
    rule.at,
    rule.at,
  );
  return new Map(rows.map((row) => [row.entityId, row]));
}

/** One kept state, right or not. */
export function storedState(db: ReadDb, entity: BehaviourEntity, id: string): BehaviourStateRow | undefined {
  return db.get(`SELECT ${COLUMNS} FROM behaviourState s WHERE s.entity = ? AND s.entityId = ?`, entity, id);
}

/** States in the order of their keys, after one; for walking through all of them in steps. */
export function statesAfter(
  db: ReadDb,
  after: { readonly entity: string; readonly entityId: string },
  limit: number,
): BehaviourStateRow[] {
  return db.all(
    `SELECT ${COLUMNS} FROM behaviourState s WHERE (s.entity, s.entityId) > (?, ?) ORDER BY s.entity, s.entityId LIMIT ?`,
    after.entity,
    after.entityId,
    limit,
  );
}

/** Records that wait to be folded, some of them. */
export function dirtyRecords(db: ReadDb, limit: number): DirtyRow[] {
  return db.all('SELECT entity, entityId, eventId FROM behaviourDirty LIMIT ?', limit);
}

/** Whether more than that many records wait. */
export function hasMoreDirtyThan(db: ReadDb, count: number): boolean {
  return db.get('SELECT 1 FROM behaviourDirty LIMIT 1 OFFSET ?', count) !== undefined;
}

/** Since when records are known (epoch ms). */
export function knownSince(db: ReadDb, entity: BehaviourEntity, ids: readonly string[]): Map<string, number> {
  const rows = db.all<{ id: string; createdAt: number }>(
    `SELECT r.id, r.createdAt FROM json_each(?) j CROSS JOIN "${entity}" r ON r.id = j.value`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, createdAt }) => [id, createdAt]));
}

/** The last figure that was noted for a record, with its day's instant. */
export function lastNoted(
  db: ReadDb,
  entity: string,
  id: string,
): { readonly value: number | null; readonly asOf: number } | undefined {
  return db.get(
    `SELECT value, asOf FROM scoreHistory WHERE kind = ? AND entityId = ? AND score = 'behaviour' ORDER BY asOf DESC LIMIT 1`,
    entity,
    id,
  );
}
