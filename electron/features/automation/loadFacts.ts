import type { ReadDb } from '#db/handles.ts';
import { type FactRow, factRows, lastContacts, lateTasks } from '#db/queries/automation/dealFacts.ts';
import { judgementRows } from '#db/queries/pipeline/dealCards.ts';
import { roleRows, type RoleRow } from '#db/queries/pipeline/gateFacts.ts';
import { coverageSchema } from '#shared/contract/powerMap.contract.ts';
import { calibratedCounts, latestJudgements } from '#shared/domain/c139/calibrate.ts';
import { zoneOf } from '#shared/domain/c139/zone.ts';
import type { DealFacts, RuleClock } from '#shared/domain/automation/dealFacts.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';

/** What rules ask for beyond the deal's own row. */
interface Needs {
  readonly coverage: boolean;
  readonly zone: boolean;
  readonly contact: boolean;
  readonly tasks: boolean;
  readonly texts: boolean;
}

/** Reads what these rules ask of these deals, in at most five statements for any number of deals. */
export function loadFacts(
  db: ReadDb,
  ids: readonly string[],
  rules: readonly Rule[],
  clock: Pick<RuleClock, 'now' | 'today'>,
): DealFacts[] {
  if (ids.length === 0) return [];
  const needs = needsOf(rules);
  const roles = needs.coverage ? Map.groupBy(roleRows(db, ids), (row) => row.opportunityId) : EMPTY;
  const judgements = needs.zone ? Map.groupBy(judgementRows(db, ids), (row) => row.opportunityId) : null;
  const contacts = needs.contact ? lastContacts(db, ids, clock.now) : null;
  const late = needs.tasks ? Map.groupBy(lateTasks(db, ids, clock.today), (row) => row.opportunityId) : null;
  return factRows(db, ids, needs.texts).map((row) => {
    const judged = judgements?.get(row.id);
    const counts = judged === undefined ? null : calibratedCounts(latestJudgements(judged));
    return {
      ...ownFacts(row),
      coverage: bestCoverage(roles.get(row.id) ?? []),
      zone: counts === null ? null : zoneOf(counts),
      lastContactAt: contacts?.get(row.id) ?? null,
      overdueTasks: late?.get(row.id) ?? [],
    };
  });
}

function needsOf(rules: readonly Rule[]): Needs {
  const triggers = new Set(rules.map(({ trigger }) => trigger.kind));
  const conditions = new Set(rules.flatMap((rule) => rule.conditions.map(({ kind }) => kind)));
  return {
    coverage: triggers.has('roleMissing') || conditions.has('coverage'),
    zone: conditions.has('c139Zone'),
    contact: triggers.has('noContact'),
    tasks: triggers.has('taskOverdue'),
    texts: rules.some(looksAtTexts),
  };
}

const TEXTS: readonly string[] = ['name', 'nextStep', 'description'];

/** Whether a rule asks for one of the long texts, or tells what one was before. */
function looksAtTexts({ trigger, conditions, actions }: Rule): boolean {
  return (
    (trigger.kind === 'fieldChanged' && TEXTS.includes(trigger.field)) ||
    [...conditions, ...actions].some((part) => 'field' in part && TEXTS.includes(part.field))
  );
}

function ownFacts(row: FactRow): Omit<DealFacts, 'coverage' | 'zone' | 'lastContactAt' | 'overdueTasks'> {
  return {
    id: row.id,
    processId: row.processId,
    status: row.status,
    stageId: row.stageId,
    stageKey: row.stageKey ?? '',
    stageClass: row.stageClass ?? '',
    stageEnteredAt: row.stageEnteredAt,
    allowedDays: row.allowedDays,
    createdAt: row.createdAt,
    managerId: row.managerId,
    fields: row,
  };
}

const EMPTY: ReadonlyMap<string, readonly RoleRow[]> = new Map();
const NOBODY: ReadonlyMap<string, string> = new Map();
const COVERAGE: readonly string[] = coverageSchema.options;

function bestCoverage(rows: readonly RoleRow[]): ReadonlyMap<string, string> {
  if (rows.length === 0) return NOBODY;
  const best = new Map<string, string>();
  for (const row of rows) {
    for (const role of rolesIn(row.roles)) {
      const known = best.get(role);
      if (known === undefined || COVERAGE.indexOf(row.coverage) > COVERAGE.indexOf(known)) best.set(role, row.coverage);
    }
  }
  return best;
}

/** Few different lists stand in thousands of rows. */
const parsedRoles = new Map<string, readonly string[]>();

function rolesIn(json: string): readonly string[] {
  let roles = parsedRoles.get(json);
  if (roles === undefined) {
    const value: unknown = JSON.parse(json);
    roles = Array.isArray(value) ? value.filter((role) => typeof role === 'string') : [];
    if (parsedRoles.size > 1000) parsedRoles.clear();
    parsedRoles.set(json, roles);
  }
  return roles;
}
