import type { ReadDb } from '#db/handles.ts';
import { criterionRows, lastActivities, proofRows, roleRows, stageTaskRows } from '#db/queries/pipeline/gateFacts.ts';
import type { CriterionRow, ProofRow } from '#db/queries/pipeline/gateFacts.ts';
import { judgementRows } from '#db/queries/pipeline/dealCards.ts';
import { moveDealRows, type MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { calibratedCounts, latestJudgements } from '#shared/domain/c139/calibrate.ts';
import { type CriterionFacts, criteriaOfMove, type CriterionProof } from '#shared/domain/pipeline/criterion.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';

/** A deal with the criteria that its move is held against and what is known about them. */
export interface MoveContext {
  readonly deal: MoveDealRow;
  /** Exit criteria of its stage first, then entry criteria of the target. */
  readonly criteria: readonly CriterionRow[];
  readonly facts: CriterionFacts;
}

/** The stage of the deal's own version that it is to enter; null = nowhere, only its own stage is looked at. */
export type TargetOf = (deal: MoveDealRow) => string | null;

/**
 * Reads what moving these deals to their targets depends on, in a fixed number of statements; ids without a live deal are
 * left out. What the same command has written before counts, because it is there already.
 */
export function loadMoveContexts(
  db: ReadDb,
  ids: readonly string[],
  now: number,
  targetOf: TargetOf,
): Map<string, MoveContext> {
  const deals = moveDealRows(db, ids).map((deal) => ({ deal, target: targetOf(deal) ?? '' }));
  const stageIds = new Set(
    deals.flatMap(({ deal, target }) => (target === '' ? [deal.stageId] : [deal.stageId, target])),
  );
  const rows = criterionRows(db, [...stageIds]);
  const found = deals.map(({ deal, target }) => ({ deal, criteria: inOrder(rows, deal.stageId, target) }));
  const gated = found.filter(({ criteria }) => criteria.length > 0);
  const kinds = new Set(gated.flatMap(({ criteria }) => criteria.map(({ kind }) => kind)));
  const facts = loadFacts(
    db,
    gated.map(({ deal }) => deal.id),
    kinds,
    now,
  );
  return new Map(found.map(({ deal, criteria }) => [deal.id, { deal, criteria, facts: facts(deal) }]));
}

const inOrder = (rows: readonly CriterionRow[], from: string, to: string): CriterionRow[] => {
  const own = criteriaOfMove(rows, from, to);
  return [...own.filter(({ gate }) => gate !== 'entry'), ...own.filter(({ gate }) => gate === 'entry')];
};

/** Judges the criteria of a move. */
export const judgeCriteria = (context: MoveContext): GateItem[] => evaluateCriteria(context.criteria, context.facts);

/** Reads of these deals what criteria of these kinds ask for, and nothing else. */
export function loadFacts(
  db: ReadDb,
  ids: readonly string[],
  kinds: ReadonlySet<string>,
  now: number,
): (deal: MoveDealRow) => CriterionFacts {
  const read = <Row extends { opportunityId: string }>(wanted: readonly string[], rows: () => Row[]) =>
    Map.groupBy(ids.length > 0 && wanted.some((kind) => kinds.has(kind)) ? rows() : [], (row) => row.opportunityId);
  const proofs = read([...kinds], () => proofRows(db, ids));
  const activities = read(['activityWithin'], () => lastActivities(db, ids, now));
  const roles = read(['roleCovered'], () => roleRows(db, ids));
  const tasks = read(['taskDone', 'deliverable'], () => stageTaskRows(db, ids));
  const judgements = read(['c139'], () => judgementRows(db, ids));
  return (deal) => {
    const own = tasks.get(deal.id) ?? [];
    const judged = judgements.get(deal.id);
    return {
      fields: fieldsOf(deal),
      proofs: proofsOf(proofs.get(deal.id) ?? []),
      lastActivity: new Map((activities.get(deal.id) ?? []).map((row) => [row.kind, row.at])),
      roleCoverage: bestCoverage(roles.get(deal.id) ?? []),
      doneStageTasks: new Set(own.filter((task) => task.status === 'done').map((task) => task.stageTaskId)),
      deliveredStageTasks: new Set(own.filter((task) => task.delivered === 1).map((task) => task.stageTaskId)),
      stageTasks: new Map(own.map(({ stageTaskId, id, title, status }) => [stageTaskId, { id, title, status }])),
      c139: judged === undefined ? null : calibratedCounts(latestJudgements(judged)),
      now,
    };
  };
}

/** A deal's own columns by name, and the team's own fields as `custom.<name>`. */
function fieldsOf(deal: MoveDealRow): CriterionFacts['fields'] {
  const fields: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(parseObject(deal.custom))) {
    fields[`custom.${name}`] = typeof value === 'string' || typeof value === 'number' ? value : null;
  }
  const { custom: _, ...columns } = deal;
  return { ...fields, ...columns };
}

/** Reads a JSON object; an empty one for anything else. */
export function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** The newest proof of each criterion. */
function proofsOf(rows: readonly ProofRow[]): Map<string, CriterionProof> {
  return new Map(rows.map((row) => [row.criterionId, row]));
}

const COVERAGE = ['unknown', 'none', 'brief', 'multiple', 'deep'];

function bestCoverage(rows: readonly { readonly roles: string; readonly coverage: string }[]): Map<string, string> {
  const best = new Map<string, string>();
  for (const row of rows) {
    const roles: unknown = JSON.parse(row.roles);
    if (!Array.isArray(roles)) continue;
    for (const role of roles) {
      if (typeof role !== 'string') continue;
      const known = best.get(role) ?? 'unknown';
      if (COVERAGE.indexOf(row.coverage) >= COVERAGE.indexOf(known)) best.set(role, row.coverage);
    }
  }
  return best;
}
