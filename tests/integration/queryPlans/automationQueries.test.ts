import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealEvents } from '#db/queries/automation/dealEvents.ts';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { addRisk, addRule } from '#db/repositories/automation.ts';
import { addFiring } from '#db/repositories/automation.ts';
import { dryRun } from '#electron/features/automation/dryRun.ts';
import { automationHandlers } from '#electron/features/automation/automationHandlers.ts';
import { riskHandlers } from '#electron/features/automation/riskHandlers.ts';
import { lookForTimeRules } from '#electron/features/automation/timeRules.ts';
import type { RuleBody } from '#shared/contract/ruleBody.ts';
import { bodyOf } from '#tests/support/ruleFixture.ts';
import { type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { fullScans, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeActivity, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';

/** Tables that grow with the business; rules and people are few. */
const GROWING = [
  'opportunity',
  'activity',
  'stageChange',
  'task',
  'stakeholder',
  'c139Judgement',
  'ruleFiring',
  'risk',
  'syncRow',
];
let harness: HandlerHarness;

const bodies: Partial<RuleBody>[] = [
  { trigger: { kind: 'roleMissing', role: 'decider', afterDays: 1 } },
  { trigger: { kind: 'dateNear', field: 'expectedClose', daysBefore: 14 } },
  { trigger: { kind: 'noContact', days: 1 }, conditions: [{ kind: 'c139Zone', op: 'isNot', zone: 'win' }] },
  { trigger: { kind: 'stageOverdue', days: 1 } },
  { trigger: { kind: 'taskOverdue', days: 1 } },
];

beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'a', {});
    for (const [n, body] of bodies.entries()) {
      const { trigger, conditions, actions, ...rest } = bodyOf(body);
      const parts = {
        trigger: JSON.stringify(trigger),
        conditions: JSON.stringify(conditions),
        actions: JSON.stringify(actions),
      };
      addRule(db, { ...rest, ...parts, id: `r${n}`, enabled: 1 });
    }
    for (let n = 0; n < 60; n += 1) {
      makeDeal(db, `d${n}`, 'a', { createdAt: 0, stageEnteredAt: 0 });
      makeActivity(db, `x${n}`, { opportunityId: `d${n}`, at: 1 });
      makeTask(db, `t${n}`, { opportunityId: `d${n}`, dueDate: '2026-01-05' });
      addFiring(db, { id: `f${n}`, ruleId: 'r0', opportunityId: `d${n}`, occasion: 'x', at: n });
      addRisk(db, { id: `k${n}`, opportunityId: `d${n}`, text: 'x', raisedAt: n });
    }
    db.run('ANALYZE');
    for (const { rowid, stat } of db.all<{ rowid: number; stat: string }>('SELECT rowid, stat FROM sqlite_stat1')) {
      const large = stat
        .split(' ')
        .map((part, index) => (index === 0 || Number(part) > 3 ? Number(part) * 2000 : part));
      db.run('UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?', large.join(' '), rowid);
    }
    db.run('ANALYZE sqlite_schema');
  });
});
afterAll(() => harness.end());

const within = (db: ReadDb) => ({ ...harness.context, db });
const questions: [name: string, run: (db: ReadDb) => unknown][] = [
  ['the minute’s look for rules', (db) => lookForTimeRules(within(db), null)],
  ...bodies.map((body, n): [string, (db: ReadDb) => unknown] => [
    `the dry run of rule ${n}`,
    (db) => dryRun(within(db), { rule: { ...bodyOf(body), id: `r${n}` } }),
  ]),
  ['the list of rules', (db) => automationHandlers.list(within(db), {})],
  ['what a rule did', (db) => automationHandlers.firings(within(db), { ruleId: 'r0', limit: 50 })],
  ['what was done to a deal', (db) => automationHandlers.firings(within(db), { opportunityId: 'd0', limit: 50 })],
  ['the risks of a deal', (db) => riskHandlers.ofDeal(within(db), { opportunityId: 'd0' })],
];

describe('no question about rules reads a growing table as a whole', () => {
  it.each(questions)('%s', (_, run) => {
    const statements = plansOf(harness.context.db, run);
    expect(statements.length).toBeGreaterThan(0);
    expect(fullScans(statements, GROWING)).toEqual([]);
  });

  it('the look finds something in this workspace, so that its plans are those of work', () => {
    expect(lookForTimeRules(harness.context, null).due.length).toBeGreaterThan(0);
  });

  it('what a transaction did to deals', () => {
    harness.fill((db: WriteDb) => {
      makeDeal(db, 'new', 'a');
      const statements = plansOf(db, (planned) => dealEvents(planned as WriteDb));
      expect(statements).toHaveLength(2);
      expect(fullScans(statements, GROWING)).toEqual([]);
    });
  });
});
