import { hash } from 'node:crypto';
import type { InferInsertModel } from 'drizzle-orm';
import type { ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import type { AttributeFacts } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import { chooseRules, type ReadyRules } from '#shared/domain/scoring/attributes/chooseRules.ts';
import { readableRules } from '#shared/domain/scoring/attributes/readRules.ts';
import type { ReadDb, WriteDb } from '../handles.ts';
import { factColumns, type FactRow, isScored, toFacts } from '../queries/scoring/attributeFacts.ts';
import { attributeSetRows } from '../queries/scoring/attributeRuleSets.ts';
import { insertRow, updateRow } from '../rows.ts';
import { scoreRuleSet } from '../schema/scoring.ts';

type NewSet = InferInsertModel<typeof scoreRuleSet>;

/** Adds a rule set. */
export function addRuleSet(db: WriteDb, row: NewSet): void {
  insertRow(db, scoreRuleSet, row);
}

/** Changes a rule set. */
export function changeRuleSet(db: WriteDb, id: string, patch: Partial<Omit<NewSet, 'id' | 'createdAt'>>): void {
  updateRow(db, scoreRuleSet, id, patch);
}

/** Records taken from the queue at a time. */
const PAGE = 5000;
/** As many records as are scored anew with the change of a rule set itself (some 30 ms); more wait for a worker. */
const FEW = 1500;

/** Whether this file keeps attribute scores; files before migration 0042 do not. */
export function hasAttributeScores(db: ReadDb): boolean {
  return db.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'attributeDirty'") !== undefined;
}

/** Whether records or rules wait for their scores. */
export function hasUnscored(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM attributeDirty LIMIT 1') !== undefined;
}

/** Whether a rule set has changed and its records are not scored anew yet: work for a worker. */
export function hasChangedRules(db: ReadDb): boolean {
  return db.get("SELECT 1 FROM attributeDirty WHERE entity = 'ruleSet' LIMIT 1") !== undefined;
}

/**
 * Brings the scores up to what records and rules say and empties the queue. Runs before every commit, so that no door can
 * bypass it; after a change of rules in a large workspace only with `all`, in a worker. `at` is epoch ms. Returns how many
 * records were looked at.
 */
export function drainAttributeScores(db: WriteDb, at: number, all = false): number {
  if (!hasUnscored(db)) return 0;
  if (hasChangedRules(db) && (all || isSmall(db))) queueEverything(db);
  const choose = rulesOf(db);
  let drained = 0;
  for (const entity of ['account', 'lead'] as const) {
    for (;;) {
      const rows = db.all<DirtyRow>(dirtyRows[entity], PAGE);
      for (const row of rows) rescore(db, entity, row, choose, at);
      drained += rows.length;
      if (rows.length < PAGE) break;
    }
  }
  return drained;
}

const isSmall = (db: ReadDb): boolean =>
  (db.get<{ n: number }>(
    'SELECT (SELECT count(*) FROM (SELECT 1 FROM account LIMIT ?)) + (SELECT count(*) FROM (SELECT 1 FROM lead LIMIT ?)) AS n',
    FEW + 1,
    FEW + 1,
  )?.n ?? 0) <= FEW;

function queueEverything(db: WriteDb): void {
  db.run("DELETE FROM attributeDirty WHERE entity = 'ruleSet'");
  for (const entity of ['account', 'lead'])
    db.run(`INSERT OR IGNORE INTO attributeDirty(entity, entityId) SELECT '${entity}', id FROM "${entity}"`);
}

type Choose = (industry: string) => ReadyRules | null;
let ready: { readonly key: string; readonly choose: Choose } | null = null;

/** The rules made ready, kept from one transaction to the next as long as they stay the same. */
function rulesOf(db: ReadDb): Choose {
  const rows = attributeSetRows(db);
  const key = JSON.stringify(rows);
  if (ready?.key !== key) ready = { key, choose: chooseRules(readableRules(rows)) };
  return ready.choose;
}

interface Scored {
  readonly ruleSetId: string | null;
  readonly before: number | null;
  readonly inputHash: string | null;
}

type DirtyRow = FactRow & Scored & { readonly entityId: string; readonly live: number };

const dirtyRowsOf = (entity: ScoredEntity): string => `
  SELECT q.entityId, r.id IS NOT NULL AND ${isScored} AS live, ${factColumns[entity]},
    s.ruleSetId, s.points AS before, s.inputHash
  FROM attributeDirty q LEFT JOIN "${entity}" r ON r.id = q.entityId
  LEFT JOIN attributeScore s ON s.entity = '${entity}' AND s.entityId = q.entityId
  WHERE q.entity = '${entity}' LIMIT ?`;
const dirtyRows: Readonly<Record<ScoredEntity, string>> = {
  account: dirtyRowsOf('account'),
  lead: dirtyRowsOf('lead'),
};

/** A firm figure comes before every one of which too little is known. */
const THIN = 101;

function rescore(db: WriteDb, entity: ScoredEntity, row: DirtyRow, choose: Choose, at: number): void {
  const { entityId, live, ruleSetId, before, inputHash, ...facts } = row;
  db.run('DELETE FROM attributeDirty WHERE entity = ? AND entityId = ?', entity, entityId);
  const rules = live === 1 ? choose(facts.industry) : null;
  if (rules === null) {
    if (ruleSetId === null) return;
    db.run('DELETE FROM attributeScore WHERE entity = ? AND entityId = ?', entity, entityId);
    if (live === 1) keep(db, { entity, entityId, points: null, ruleSetId: null, inputHash: '', at });
    return;
  }
  const known = toFacts(facts);
  const input = inputHashOf(rules, known);
  if (input === inputHash) return;
  const { points, completeness, low, high, thin } = rules.score(known);
  const place = points !== null && thin ? points - THIN : points;
  db.run(
    `INSERT OR REPLACE INTO attributeScore(entity, entityId, ruleSetId, points, completeness, low, high, place, inputHash, asOf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entity,
    entityId,
    rules.id,
    points,
    completeness,
    low,
    high,
    place,
    input,
    at,
  );
  if (ruleSetId === null || points !== before)
    keep(db, { entity, entityId, points, ruleSetId: rules.id, inputHash: input, at });
}

interface Kept {
  readonly entity: ScoredEntity;
  readonly entityId: string;
  readonly points: number | null;
  readonly ruleSetId: string | null;
  readonly inputHash: string;
  readonly at: number;
}

/** Every figure that differs from the one before stays. */
function keep(db: WriteDb, { entity, entityId, points, ruleSetId, inputHash, at }: Kept): void {
  db.run(
    `INSERT INTO scoreHistory(kind, entityId, score, asOf, value, versionId, inputHash)
     VALUES (?, ?, 'attribute', ?, ?, ?, ?)`,
    entity,
    entityId,
    at,
    points,
    ruleSetId,
    inputHash,
  );
}

const bodies = new WeakMap<ReadyRules, string>();

/** Stands for the facts that a set asks for and for its rules: the same input gives the same score. */
function inputHashOf(rules: ReadyRules, facts: AttributeFacts): string {
  let body = bodies.get(rules);
  if (body === undefined) bodies.set(rules, (body = hash('sha256', JSON.stringify(rules.body), 'hex').slice(0, 16)));
  return hash('sha256', `${rules.id} ${body} ${JSON.stringify(facts)}`, 'hex').slice(0, 24);
}
