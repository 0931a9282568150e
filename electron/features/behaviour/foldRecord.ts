import type { BehaviourStateRow } from '#db/queries/behaviour/behaviourStates.ts';
import { knownSince, validStates } from '#db/queries/behaviour/behaviourStates.ts';
import { type BehaviourEntity, recordEvents, type RecordEventRow } from '#db/queries/behaviour/recordEvents.ts';
import type { ReadDb } from '#db/handles.ts';
import {
  addEvents,
  type BehaviourPoints,
  type BehaviourState,
  emptyState,
  pointsAt,
} from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { findSurge, type Surge } from '#shared/domain/scoring/behaviour/findSurge.ts';
import type { CurrentRules } from './currentRules.ts';

/** What a record's score is at a moment. */
export interface RecordScore extends BehaviourPoints {
  readonly surge: Surge;
}

/** A state smaller than this and without recent events is not kept: whoever asks folds the few old events. */
const WORTH_KEEPING = 0.05;

/** The score that a state gives at a moment not before its events. */
export function scoreOf(
  state: BehaviourState,
  { rules, dayOf }: CurrentRules,
  asOf: number,
  since: number | undefined,
): RecordScore {
  const surge = findSurge(state, rules, dayOf(asOf), since === undefined ? dayOf(asOf) : dayOf(since));
  return { ...pointsAt(state, rules, asOf), surge };
}

/** Folds the events of a record up to a moment into the row that is kept; null when it is not worth keeping. */
export function stateRow(
  record: { readonly entity: BehaviourEntity; readonly entityId: string; readonly since: number | undefined },
  events: readonly RecordEventRow[],
  current: CurrentRules,
  now: number,
): BehaviourStateRow | null {
  const happened = events.filter(({ at }) => at <= now);
  const state = addEvents(emptyState, happened, current.rules, current.dayOf);
  const validUntil = events.find(({ at }) => at > now)?.at ?? null;
  return rowOf(record, state, current, now, validUntil);
}

/** The row of a state; null when it is not worth keeping. */
export function rowOf(
  record: { readonly entity: BehaviourEntity; readonly entityId: string; readonly since: number | undefined },
  state: BehaviourState,
  current: CurrentRules,
  now: number,
  validUntil: number | null,
): BehaviourStateRow | null {
  const { shown, raw, surge } = scoreOf(state, current, now, record.since);
  if (Math.abs(raw) < WORTH_KEEPING && surge.recent === 0 && validUntil === null) return null;
  return {
    entity: record.entity,
    entityId: record.entityId,
    state: JSON.stringify(state),
    points: shown,
    asOf: now,
    validUntil,
    surging: surge.verdict === 'surging' ? 1 : 0,
    ruleHash: current.hash,
  };
}

/**
 * The scores of many records now: from their states where those know everything, else from the events themselves, so that
 * no reader ever sees an old figure. Records without events are not there.
 */
export function scoresNow(
  db: ReadDb,
  entity: BehaviourEntity,
  ids: readonly string[],
  current: CurrentRules,
  now: number,
): Map<string, RecordScore> {
  const since = knownSince(db, entity, ids);
  const states = validStates(db, entity, ids, { hash: current.hash, at: now });
  const scores = new Map<string, RecordScore>();
  for (const [id, { state }] of states)
    scores.set(id, scoreOf(JSON.parse(state) as BehaviourState, current, now, since.get(id)));
  const missing = ids.filter((id) => !states.has(id));
  if (missing.length === 0) return scores;
  for (const [id, events] of recordEvents(db, entity, missing)) {
    const happened = events.filter(({ at }) => at <= now);
    if (happened.length === 0) continue;
    scores.set(id, scoreOf(addEvents(emptyState, happened, current.rules, current.dayOf), current, now, since.get(id)));
  }
  return scores;
}
