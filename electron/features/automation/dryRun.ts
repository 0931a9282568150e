import type { ReadDb } from '#db/handles.ts';
import { knownFirings, undoneFirings } from '#db/queries/automation/firings.ts';
import { FIRST_PLACE, openDealsAfter } from '#db/queries/automation/openDeals.ts';
import { ruleRow } from '#db/queries/automation/rules.ts';
import { allMembers } from '#db/queries/members.ts';
import { cardRows } from '#db/queries/pipeline/dealCards.ts';
import { processRows } from '#db/queries/pipeline/processes.ts';
import type { automationContract, DryRun, DryRunAction } from '#shared/contract/automation.contract.ts';
import { evaluateRule, type PlannedAction, type RuleFiring } from '#shared/domain/automation/evaluateRule.ts';
import { judgeRule } from '#shared/domain/automation/judgeRule.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler, QueryContext } from '../../ipc/handler.ts';
import { firingId } from './applyFiring.ts';
import { knownRule } from './knownRules.ts';
import { loadFacts } from './loadFacts.ts';
import { ruleClock } from './ruleContext.ts';
import { loadRuleWorld } from './ruleWorld.ts';

/** Stands for the id of a rule that is not saved. */
const NEW_RULE = 'new';
const SHOWN = 200;
/** Deals read at a time: few enough that their facts are soon forgotten again. */
const PAGE = 5000;

/** What a rule would do to every open deal now, by the same evaluation as the real run; writes nothing. */
export const dryRun: Handler<typeof automationContract.dryRun> = (context, { rule: { id: knownId, ...body } }) => {
  const { db } = context;
  const row = knownId === undefined ? undefined : ruleRow(db, knownId);
  if (row !== undefined && knownRule(row) === null) return err({ type: 'newerRule' });
  const rule: Rule = { id: row?.id ?? NEW_RULE, ...body };
  const problems = judgeRule(rule, loadRuleWorld(db));
  if (problems.length > 0) return err({ type: 'ruleProblems', problems });
  return ok(runDry(context, rule));
};

interface Match {
  readonly dealId: string;
  readonly firings: readonly RuleFiring[];
  readonly already: boolean;
}

function runDry(context: QueryContext, rule: Rule): DryRun {
  const counts = rule.actions.map((_, index) => ({ index, count: 0 }));
  const shown: Match[] = [];
  let checked = 0;
  let matched = 0;
  let alreadyFired = 0;
  for (const ids of openDealPages(context.db, rule.processId)) {
    checked += ids.length;
    for (const match of matchesIn(context, rule, ids)) {
      matched += 1;
      if (match.already) alreadyFired += 1;
      for (const { actions } of match.firings) for (const { index } of actions) counts[index]!.count += 1;
      if (shown.length < SHOWN) shown.push(match);
    }
  }
  return { checked, matched, alreadyFired, actions: counts, deals: show(context.db, shown) };
}

/** Every open deal of the process, or of all, in pages. */
function* openDealPages(db: ReadDb, processId: string | null): Generator<string[]> {
  for (const { id } of processRows(db)) {
    if (processId !== null && id !== processId) continue;
    let after = FIRST_PLACE;
    for (;;) {
      const places = openDealsAfter(db, id, after, PAGE);
      if (places.length > 0) yield places.map((place) => place.id);
      const last = places.at(-1);
      if (last === undefined || places.length < PAGE) break;
      after = last;
    }
  }
}

function matchesIn(context: QueryContext, rule: Rule, ids: readonly string[]): Match[] {
  const clock = ruleClock(context);
  const found = loadFacts(context.db, ids, [rule], clock).flatMap((facts) => {
    const firings = evaluateRule(rule, facts, { kind: 'probe' }, clock);
    return firings.length === 0 ? [] : [{ dealId: facts.id, firings }];
  });
  const idOf = (dealId: string, firing: RuleFiring): string => firingId(rule.id, dealId, firing.occasion);
  // A rule that was never saved has never fired.
  if (rule.id === NEW_RULE) return found.map((match) => ({ ...match, already: false }));
  const keys = found.flatMap(({ dealId, firings }) => firings.map((firing) => idOf(dealId, firing)));
  const settled = knownFirings(context.db, keys);
  for (const key of undoneFirings(context.db, keys)) settled.add(key);
  return found.map(({ dealId, firings }) => {
    const fresh = firings.filter((firing) => !settled.has(idOf(dealId, firing)));
    return { dealId, firings: fresh, already: fresh.length === 0 };
  });
}

function show(db: ReadDb, matches: readonly Match[]): DryRun['deals'] {
  const names = new Map(allMembers(db).map(({ id, name }) => [id, name]));
  const rows = new Map(
    cardRows(
      db,
      matches.map(({ dealId }) => dealId),
    ).map((row) => [row.id, row]),
  );
  return matches.flatMap(({ dealId, firings, already }) => {
    const row = rows.get(dealId);
    if (row === undefined) return [];
    return [
      {
        id: dealId,
        name: row.name,
        accountName: row.accountName ?? '',
        ownerName: row.ownerName ?? '',
        stageName: row.stageName ?? '',
        amountMinor: row.amountMinor,
        currency: row.currency,
        alreadyFired: already,
        actions: firings.flatMap(({ actions }) => actions.map((action) => told(action, names))),
      },
    ];
  });
}

function told(action: PlannedAction, names: ReadonlyMap<string, string>): DryRunAction {
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  switch (action.kind) {
    case 'createTask':
      return {
        kind: action.kind,
        index: action.index,
        title: action.title,
        dueDate: action.dueDate,
        ownerName: nameOf(action.ownerId),
      };
    case 'remind':
    case 'notifyManager':
      return { kind: action.kind, index: action.index, text: action.text, whoName: nameOf(action.memberId) };
    case 'setField':
    case 'raiseRisk':
      break;
  }
  return action;
}
