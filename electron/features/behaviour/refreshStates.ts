import {
  type DirtyRow,
  dirtyRecords,
  knownSince,
  lastNoted,
  statesAfter,
  storedState,
} from '#db/queries/behaviour/behaviourStates.ts';
import { type BehaviourEntity, eventById, recordEvents } from '#db/queries/behaviour/recordEvents.ts';
import { dropState, forgetState, keepFigures, keepState, noteScore } from '#db/repositories/behaviourStates.ts';
import { BEHAVIOUR_RULE_SET } from '#db/queries/behaviour/ruleSet.ts';
import type { WriteDb } from '#db/handles.ts';
import { addEvents, type BehaviourState } from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { currentRules, type CurrentRules } from './currentRules.ts';
import { rowOf, stateRow } from './foldRecord.ts';

/** When and where the fold runs. */
export interface RefreshMoment {
  readonly now: number;
  readonly timeZone: string;
}

/**
 * Brings some of the waiting records up to what their events say: one new event is added to the state, anything else folds
 * the record anew. Runs inside the caller's transaction; answers how many were done.
 */
export function refreshStates(db: WriteDb, moment: RefreshMoment, limit: number): number {
  const dirty = dirtyRecords(db, limit);
  if (dirty.length === 0) return 0;
  const current = currentRules(db, moment.timeZone);
  const anew = new Map<BehaviourEntity, string[]>();
  for (const record of dirty) {
    if (addOne(db, record, current, moment.now)) continue;
    const ids = anew.get(record.entity);
    if (ids) ids.push(record.entityId);
    else anew.set(record.entity, [record.entityId]);
  }
  for (const [entity, ids] of anew) {
    const events = recordEvents(db, entity, ids);
    const since = knownSince(db, entity, ids);
    for (const entityId of ids) {
      const record = { entity, entityId, since: since.get(entityId) };
      keep(db, record, stateRow(record, events.get(entityId) ?? [], current, moment.now), current, moment.now);
    }
  }
  return dirty.length;
}

/** Adds the one new event to the state of a record that it names; false when the record must be folded anew. */
function addOne(db: WriteDb, { entity, entityId, eventId }: DirtyRow, current: CurrentRules, now: number): boolean {
  if (eventId === '') return false;
  const stored = storedState(db, entity, entityId);
  if (stored?.ruleHash !== current.hash || stored.validUntil !== null || stored.asOf > now) return false;
  const event = eventById(db, eventId);
  if (!event || event.at > now || event[`${entity}Id`] !== entityId) return false;
  const state = addEvents(JSON.parse(stored.state) as BehaviourState, [event], current.rules, current.dayOf);
  const record = { entity, entityId, since: knownSince(db, entity, [entityId]).get(entityId) };
  keep(db, record, rowOf(record, state, current, now, null), current, now);
  return true;
}

function keep(
  db: WriteDb,
  { entity, entityId }: { readonly entity: BehaviourEntity; readonly entityId: string },
  row: ReturnType<typeof stateRow>,
  current: CurrentRules,
  now: number,
): void {
  if (row) keepState(db, row);
  else dropState(db, entity, entityId);
  note(db, entity, entityId, row?.points ?? 0, current, now);
}

/** At most one figure a day, and only one that differs by a full point from the one before. */
function note(
  db: WriteDb,
  entity: BehaviourEntity,
  entityId: string,
  points: number,
  { hash, dayOf }: CurrentRules,
  now: number,
): void {
  const kind = entity === 'opportunity' ? 'deal' : entity;
  const last = lastNoted(db, kind, entityId);
  if (Math.abs((last?.value ?? 0) - points) < 1) return;
  if (last && dayOf(last.asOf) >= dayOf(now)) return;
  noteScore(db, {
    kind,
    entityId,
    score: 'behaviour',
    asOf: now,
    value: points,
    versionId: BEHAVIOUR_RULE_SET,
    inputHash: hash,
  });
}

/** Where a walk through all states stands; the empty texts are its beginning. */
export interface DailyPlace {
  readonly entity: string;
  readonly entityId: string;
}

/**
 * Once a day every kept state is looked at again: figures fade and surges end without anybody doing anything. Goes a bounded
 * way; answers where to go on, null at the end.
 */
export function refreshDaily(db: WriteDb, moment: RefreshMoment, after: DailyPlace, limit: number): DailyPlace | null {
  const current = currentRules(db, moment.timeZone);
  const rows = statesAfter(db, after, limit);
  const since = new Map<string, number>();
  for (const entity of new Set(rows.map((row) => row.entity))) {
    const ids = rows.filter((row) => row.entity === entity).map(({ entityId }) => entityId);
    for (const [id, at] of knownSince(db, entity, ids)) since.set(`${entity} ${id}`, at);
  }
  for (const row of rows) {
    const fresh = row.ruleHash === current.hash && (row.validUntil === null || row.validUntil > moment.now);
    // What is too old otherwise is folded by the queue or by its readers.
    if (!fresh || row.asOf > moment.now) continue;
    const record = { ...row, since: since.get(`${row.entity} ${row.entityId}`) };
    const state = JSON.parse(row.state) as BehaviourState;
    const next = rowOf(record, state, current, moment.now, row.validUntil);
    if (next) keepFigures(db, next);
    else forgetState(db, row.entity, row.entityId);
    note(db, row.entity, row.entityId, next?.points ?? 0, current, moment.now);
  }
  const last = rows.at(-1);
  return rows.length < limit || !last ? null : { entity: last.entity, entityId: last.entityId };
}
