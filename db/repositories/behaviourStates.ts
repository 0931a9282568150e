import type { WriteDb } from '../handles.ts';
import type { BehaviourStateRow } from '../queries/behaviour/behaviourStates.ts';
import type { BehaviourEntity } from '../queries/behaviour/recordEvents.ts';
import { insertRow } from '../rows.ts';
import { scoreHistory } from '../schema/local.ts';

/** Keeps a state and takes its record out of the queue. */
export function keepState(db: WriteDb, row: BehaviourStateRow): void {
  db.run(
    `INSERT INTO behaviourState(entity, entityId, state, points, asOf, validUntil, surging, ruleHash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (entity, entityId) DO UPDATE SET state = excluded.state, points = excluded.points, asOf = excluded.asOf,
       validUntil = excluded.validUntil, surging = excluded.surging, ruleHash = excluded.ruleHash`,
    row.entity,
    row.entityId,
    row.state,
    row.points,
    row.asOf,
    row.validUntil,
    row.surging,
    row.ruleHash,
  );
  takeFromQueue(db, row.entity, row.entityId);
}

/** Writes what time alone has changed of a state; a record that waits in the queue goes on waiting. */
export function keepFigures(db: WriteDb, { entity, entityId, points, surging, asOf }: BehaviourStateRow): void {
  db.run(
    'UPDATE behaviourState SET points = ?, surging = ?, asOf = ? WHERE entity = ? AND entityId = ?',
    points,
    surging,
    asOf,
    entity,
    entityId,
  );
}

/** Forgets a state that says nothing any more, and takes its record out of the queue. */
export function dropState(db: WriteDb, entity: BehaviourEntity, id: string): void {
  forgetState(db, entity, id);
  takeFromQueue(db, entity, id);
}

/** Forgets a state; the record waits on, if it waited. */
export function forgetState(db: WriteDb, entity: BehaviourEntity, id: string): void {
  db.run('DELETE FROM behaviourState WHERE entity = ? AND entityId = ?', entity, id);
}

function takeFromQueue(db: WriteDb, entity: string, id: string): void {
  db.run('DELETE FROM behaviourDirty WHERE entity = ? AND entityId = ?', entity, id);
}

/** Puts every record that has a state into the queue: the rules are different now. */
export function queueEveryState(db: WriteDb): void {
  db.run(
    `INSERT INTO behaviourDirty(entity, entityId, eventId) SELECT entity, entityId, '' FROM behaviourState WHERE true
     ON CONFLICT(entity, entityId) DO UPDATE SET eventId = ''`,
  );
}

/** Notes a figure that differs from the one before. */
export function noteScore(db: WriteDb, row: typeof scoreHistory.$inferInsert): void {
  insertRow(db, scoreHistory, row);
}
