import { knownSince } from '#db/queries/behaviour/behaviourStates.ts';
import {
  type BehaviourEntity,
  describedEvents,
  recordEvents,
  type RecordEventRow,
} from '#db/queries/behaviour/recordEvents.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import type { ReadDb } from '#db/handles.ts';
import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { addEvents, emptyState } from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { behaviourPointsAt } from '#shared/domain/scoring/behaviour/behaviourSeries.ts';
import { type Contribution, contributionsAt } from '#shared/domain/scoring/behaviour/contributions.ts';
import { err, ok } from '#shared/lib/result.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import type { Handler } from '../../ipc/handler.ts';
import { currentRules } from './currentRules.ts';
import { scoreOf, scoresNow } from './foldRecord.ts';

/** Weeks that the line of a record shows. */
const WEEKS = 14;

/** The score of one record at a moment, folded from its events, with all that it is made of. */
export const ofRecord: Handler<typeof behaviourContract.ofRecord> = (context, { entity, id, limit, ...input }) => {
  const { db, now, timeZone } = context;
  const missing = missingReference(db, [{ entity, id }]);
  if (missing) return err({ type: 'notFound', ...missing });
  const asOf = input.asOf ?? now;
  const current = currentRules(db, timeZone);
  const { rules, dayOf } = current;
  const events = eventsUntil(db, entity, id, asOf);
  const state = addEvents(emptyState, events, rules, dayOf);
  const score = scoreOf(state, current, asOf, knownSince(db, entity, [id]).get(id));
  const shares = contributionsAt(events, rules, asOf, dayOf);
  const moments = Array.from({ length: WEEKS }, (_, index) => asOf - (WEEKS - 1 - index) * 7 * DAY_MS);
  const series = behaviourPointsAt(events, rules, moments, dayOf);
  return ok({
    asOf,
    points: score.shown,
    raw: score.raw,
    weeks: moments.map((at, index) => ({ at, points: series[index] ?? 0 })),
    surge: score.surge,
    caps: [...shares.caps],
    kinds: score.kinds
      .map(({ kind, events: count, points }) => ({
        kind,
        name: rules.find((rule) => rule.kind === kind)?.name ?? '',
        events: count,
        points,
      }))
      .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    events: described(db, { entity, id, asOf }, shares.events, { limit, offset: 0 }),
    total: events.length,
  });
};

/** The events of one record page by page, each with what is left of it. */
export const events: Handler<typeof behaviourContract.events> = (context, { entity, id, offset, limit, ...input }) => {
  const { db, now, timeZone } = context;
  const missing = missingReference(db, [{ entity, id }]);
  if (missing) return err({ type: 'notFound', ...missing });
  const asOf = input.asOf ?? now;
  const { rules, dayOf } = currentRules(db, timeZone);
  const all = eventsUntil(db, entity, id, asOf);
  const shares = contributionsAt(all, rules, asOf, dayOf);
  return ok({ events: described(db, { entity, id, asOf }, shares.events, { limit, offset }), total: all.length });
};

/** Points of many records now. */
export const pointsOf: Handler<typeof behaviourContract.pointsOf> = ({ db, now, timeZone }, { entity, ids }) => {
  const scores = scoresNow(db, entity, [...new Set(ids)], currentRules(db, timeZone), now);
  return ok([...scores].map(([id, { shown, surge }]) => ({ id, points: shown, surge })));
};

function eventsUntil(db: ReadDb, entity: BehaviourEntity, id: string, asOf: number): RecordEventRow[] {
  return (recordEvents(db, entity, [id]).get(id) ?? []).filter(({ at }) => at <= asOf);
}

function described(
  db: ReadDb,
  { entity, id, asOf }: { readonly entity: BehaviourEntity; readonly id: string; readonly asOf: number },
  shares: readonly Contribution[],
  page: { readonly limit: number; readonly offset: number },
) {
  const byId = new Map(shares.map((share) => [share.id, share]));
  return describedEvents(db, entity, id, asOf, page).map(({ recordId: _record, ...event }) => {
    const share = byId.get(event.id);
    return { ...event, given: share?.given ?? 0, now: share?.now ?? 0, cappedBy: share?.cappedBy ?? null };
  });
}
