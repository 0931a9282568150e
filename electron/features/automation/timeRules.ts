import type { ReadDb, WriteDb } from '#db/handles.ts';
import { knownFirings, undoneFirings } from '#db/queries/automation/firings.ts';
import { type DealPlace, FIRST_PLACE, openDealsAfter } from '#db/queries/automation/openDeals.ts';
import { processRows } from '#db/queries/pipeline/processes.ts';
import { evaluateRule } from '#shared/domain/automation/evaluateRule.ts';
import { isTimeTrigger } from '#shared/domain/automation/occasions.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { applyFiring, type DueFiring, firingId } from './applyFiring.ts';
import { activeRules } from './knownRules.ts';
import { loadFacts } from './loadFacts.ts';
import { ruleClock, type RuleContext } from './ruleContext.ts';

/** Deals looked at per tick, and firings written per tick: what a minute may cost, whatever the workspace holds. */
const DEALS_PER_TICK = 500;
const FIRINGS_PER_TICK = 50;

/** Where the walk over the open deals stands; kept by whoever ticks, begun anew with null. */
export interface RuleWalk {
  readonly processId: string;
  readonly after: DealPlace;
}

/** What a look found: firings to be written, and where the next look goes on. */
export interface TimeRuleLook {
  readonly due: readonly DueFiring[];
  readonly next: RuleWalk | null;
  readonly looked: number;
}

/**
 * Looks through the next open deals for rules that time has met. Reads only, through the board's index, a bounded number
 * of deals; nothing is remembered but the place, so that a restart, a sleep or a changed clock can neither lose nor repeat
 * an occasion: what has fired is in the file. What a person took back is not done again.
 */
export function lookForTimeRules(
  context: Pick<RuleContext, 'db' | 'now' | 'today' | 'timeZone'>,
  walk: RuleWalk | null,
): TimeRuleLook {
  const { db } = context;
  const rules = activeRules(db).filter(({ trigger }) => isTimeTrigger(trigger));
  const processIds = processesOf(db, rules);
  const [first] = processIds;
  if (first === undefined) return { due: [], next: null, looked: 0 };
  const start = walk !== null && processIds.includes(walk.processId) ? walk : { processId: first, after: FIRST_PLACE };
  const places = openDealsAfter(db, start.processId, start.after, DEALS_PER_TICK);
  const due = findDue(
    context,
    rules.filter(({ processId }) => processId === null || processId === start.processId),
    places.map(({ id }) => id),
  );
  if (due.length > FIRINGS_PER_TICK) {
    // The rest is found again by the next look: it begins with the deal of the first firing that was left.
    const kept = due.slice(0, FIRINGS_PER_TICK);
    const cut = places.findIndex(({ id }) => id === due[FIRINGS_PER_TICK]?.facts.id);
    const after = places[cut - 1] ?? start.after;
    return { due: kept, next: { processId: start.processId, after }, looked: cut };
  }
  const last = places.at(-1);
  const more = places.length === DEALS_PER_TICK && last !== undefined;
  return {
    due,
    next: more ? { processId: start.processId, after: last } : processAfter(processIds, start.processId),
    looked: places.length,
  };
}

/** Writes what a look found, unless it was recorded meanwhile; returns how many rules fired. */
export function writeTimeRules(context: RuleContext, db: WriteDb, due: readonly DueFiring[]): number {
  const known = knownFirings(
    db,
    due.map(({ id }) => id),
  );
  const fresh = due.filter(({ id }) => !known.has(id));
  for (const one of fresh) applyFiring(context, db, one);
  return fresh.length;
}

/** The processes whose deals the rules are about, in order. */
function processesOf(db: ReadDb, rules: readonly Rule[]): string[] {
  if (rules.length === 0) return [];
  const wanted = new Set(rules.map(({ processId }) => processId));
  return processRows(db)
    .map(({ id }) => id)
    .filter((id) => wanted.has(null) || wanted.has(id));
}

function processAfter(processIds: readonly string[], processId: string): RuleWalk | null {
  const next = processIds[processIds.indexOf(processId) + 1];
  return next === undefined ? null : { processId: next, after: FIRST_PLACE };
}

/** In the order of the deals. */
function findDue(
  context: Pick<RuleContext, 'db' | 'now' | 'today' | 'timeZone'>,
  rules: readonly Rule[],
  ids: readonly string[],
): DueFiring[] {
  const { db } = context;
  const clock = ruleClock(context);
  const found: DueFiring[] = [];
  for (const facts of loadFacts(db, ids, rules, clock)) {
    for (const rule of rules) {
      for (const firing of evaluateRule(rule, facts, { kind: 'tick' }, clock))
        found.push({ id: firingId(rule.id, facts.id, firing.occasion), rule, facts, firing });
    }
  }
  if (found.length === 0) return [];
  const keys = found.map(({ id }) => id);
  const known = knownFirings(db, keys);
  const undone = undoneFirings(db, keys);
  return found.filter(({ id }) => !known.has(id) && !undone.has(id));
}
