import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { insertRow } from '#db/rows.ts';
import { activity, task } from '#db/schema/work.ts';
import { contact } from '#db/schema/account.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { fireEventRules, forgetUndoneNotices } from '#electron/features/automation/eventRules.ts';
import { lookForTimeRules, type RuleWalk, writeTimeRules } from '#electron/features/automation/timeRules.ts';
import { addRule } from '#db/repositories/automation.ts';
import type { RuleBody } from '#shared/contract/ruleBody.ts';
import { ok } from '#shared/lib/result.ts';
import { bodyOf } from '#tests/support/ruleFixture.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
let sales: SalesWorkspace;
let files = 0;

beforeEach(() => {
  sales = new SalesWorkspace(folder.file(`time-${(files += 1)}.kongdan`));
});
afterEach(() => sales.db.close());
afterAll(() => folder.remove());

function rule(id: string, more: Partial<RuleBody>): void {
  const body = bodyOf(more);
  change(sales.db, (write) =>
    addRule(write, {
      id,
      name: body.name,
      processId: body.processId,
      enabled: body.enabled ? 1 : 0,
      trigger: JSON.stringify(body.trigger),
      conditions: JSON.stringify(body.conditions),
      actions: JSON.stringify(body.actions),
    }),
  );
}

/** One look as the scheduler does it; returns how many rules fired, and the transaction. */
function tick(walk: RuleWalk | null = null): { fired: number; next: RuleWalk | null; seq: number | null } {
  const context = sales.context();
  const { due, next } = lookForTimeRules(context, walk);
  if (due.length === 0) return { fired: 0, next, seq: null };
  const { result, transaction } = sales.db.write({ actor: 'seller', label: 'automation.run', at: sales.now }, (db) => {
    const fired = writeTimeRules(context, db, due);
    fireEventRules(context, db);
    return ok(fired);
  });
  return { fired: result.ok ? result.value : -1, next, seq: transaction };
}

const risks = (): string[] =>
  sales.db.read.all<{ id: string }>('SELECT opportunityId AS id FROM risk ORDER BY 1').map(({ id }) => id);
const notices = () =>
  sales.db.read.all<{ kind: string; memberId: string; params: string }>(
    'SELECT kind, memberId, params FROM notice ORDER BY kind, memberId',
  );

/** The ids of everything that rules wrote. */
const ids = (db: SalesWorkspace) =>
  ['ruleFiring', 'risk', 'task'].map((table) => db.db.read.all(`SELECT id FROM ${table}`));

test('silence is met once, again only after a new contact has been followed by a new silence', () => {
  rule('r', { trigger: { kind: 'noContact', days: 14 } });
  sales.deal('quiet', { createdAt: NOW - 40 * DAY });
  sales.deal('fresh', { createdAt: NOW - 40 * DAY });
  change(sales.db, (write) =>
    insertRow(write, activity, { id: 'x', kind: 'visit', at: NOW - 3 * DAY, opportunityId: 'fresh' }),
  );
  expect(tick().fired).toBe(1);
  expect(risks()).toEqual(['quiet']);
  expect(tick().fired).toBe(0);
  sales.now = NOW + 11 * DAY;
  expect(tick().fired).toBe(1);
  expect(risks()).toEqual(['fresh', 'quiet']);
  // A planned visit is no contact, a note neither.
  change(sales.db, (write) => {
    insertRow(write, activity, { id: 'y', kind: 'visit', at: sales.now + DAY, opportunityId: 'quiet' });
    insertRow(write, activity, { id: 'z', kind: 'note', at: sales.now, opportunityId: 'quiet' });
  });
  sales.now = NOW + 12 * DAY;
  expect(tick().fired).toBe(0);
  sales.now = NOW + 40 * DAY;
  expect(tick().fired).toBe(1);
  expect(risks()).toEqual(['fresh', 'quiet', 'quiet']);
});

test('a role that nobody holds, a near date, an overdue stage and an overdue task are each met', () => {
  rule('role', {
    trigger: { kind: 'roleMissing', role: 'decider', afterDays: 5 },
    actions: [{ kind: 'raiseRisk', text: 'role' }],
  });
  rule('near', {
    trigger: { kind: 'dateNear', field: 'expectedClose', daysBefore: 7 },
    actions: [{ kind: 'raiseRisk', text: 'near' }],
  });
  rule('stage', { trigger: { kind: 'stageOverdue', days: 1 }, actions: [{ kind: 'raiseRisk', text: 'stage' }] });
  rule('task', { trigger: { kind: 'taskOverdue', days: 2 }, actions: [{ kind: 'raiseRisk', text: 'task' }] });
  sales.deal('old', { stageEnteredAt: NOW - 20 * DAY });
  sales.deal('held', { stageEnteredAt: NOW - 20 * DAY, stageId: 'engage' });
  sales.deal('soon', { expectedClose: '2026-02-20' });
  sales.deal('late');
  change(sales.db, (write) => {
    insertRow(write, contact, { id: 'c9', name: '院长', accountId: 'a1' });
    insertRow(write, stakeholder, { id: 'k', opportunityId: 'held', contactId: 'c9', roles: '["decider"]' });
    insertRow(write, stakeholder, { id: 'v', opportunityId: 'old', roles: '["decider"]' });
    insertRow(write, task, { id: 't', title: 't', opportunityId: 'late', dueDate: '2026-02-10' });
    insertRow(write, task, { id: 'u', title: 'u', opportunityId: 'soon', dueDate: '2026-02-10', status: 'done' });
  });
  tick();
  const found = sales.db.read.all<{ what: string }>("SELECT opportunityId || ' ' || text AS what FROM risk ORDER BY 1");
  expect(found.map(({ what }) => what)).toEqual(['late task', 'old role', 'old stage', 'soon near']);
});

test('whoever is to be told is told once: the owner, and the owner’s manager', () => {
  rule('r', {
    trigger: { kind: 'noContact', days: 14 },
    actions: [
      { kind: 'remind', who: 'owner', text: '约一次' },
      { kind: 'notifyManager', text: '过问一下' },
    ],
  });
  sales.deal('quiet', { createdAt: NOW - 40 * DAY });
  tick();
  tick();
  expect(notices()).toEqual([
    { kind: 'managerReminder', memberId: 'boss', params: '{"text":"过问一下"}' },
    { kind: 'reminder', memberId: 'seller', params: '{"text":"约一次"}' },
  ]);
});

test('one undo takes back all that a look did, and the next looks do not do it again', () => {
  rule('r', {
    trigger: { kind: 'noContact', days: 14 },
    actions: [
      { kind: 'raiseRisk', text: '沉默' },
      { kind: 'remind', who: 'owner', text: '约一次' },
    ],
  });
  sales.deal('quiet', { createdAt: NOW - 40 * DAY });
  const { seq } = tick();
  sales.db.write({ actor: 'seller', label: 'changes.undo', at: NOW, undoes: [seq ?? 0] }, (db) => {
    const undone = undoTransaction(db, seq ?? 0);
    forgetUndoneNotices(db);
    return undone;
  });
  expect([risks(), notices()]).toEqual([[], []]);
  expect(tick().fired).toBe(0);
  sales.now = NOW + DAY;
  expect(tick().fired).toBe(0);
});

test('a field that a time rule sets may be what an event rule waits for', () => {
  rule('r', {
    trigger: { kind: 'noContact', days: 14 },
    actions: [{ kind: 'setField', field: 'forecastCategory', value: 'omitted' }],
  });
  rule('s', { trigger: { kind: 'fieldChanged', field: 'forecastCategory' } });
  sales.deal('quiet', { createdAt: NOW - 40 * DAY });
  tick();
  expect(risks()).toEqual(['quiet']);
});

test('the walk goes through every open deal in bounded steps, and more than a step may write waits for the next', () => {
  rule('r', { trigger: { kind: 'noContact', days: 14 } });
  for (let n = 0; n < 250; n += 1) sales.deal(`d${String(n).padStart(3, '0')}`, { createdAt: NOW - 40 * DAY });
  for (const status of ['paused', 'won', 'lost']) sales.deal(status, { createdAt: NOW - 40 * DAY, status });
  const steps: number[] = [];
  let walk: RuleWalk | null = null;
  do {
    const step = tick(walk);
    steps.push(step.fired);
    walk = step.next;
  } while (walk !== null);
  expect(steps).toEqual([50, 50, 50, 50, 50]);
  expect(new Set(risks()).size).toBe(250);
  expect(tick().fired).toBe(0);
});

test('two laptops that see the same occasion write the same rows', () => {
  rule('r', {
    trigger: { kind: 'noContact', days: 14 },
    actions: [
      { kind: 'raiseRisk', text: '沉默' },
      {
        kind: 'createTask',
        title: '约',
        taskKind: 'call',
        ownerRole: 'owner',
        dueDays: 1,
        deliverable: '',
        required: false,
      },
    ],
  });
  sales.deal('quiet', { createdAt: NOW - 40 * DAY });
  tick();
  const first = ids(sales);
  const other = new SalesWorkspace(folder.file('other.kongdan'));
  const mine = sales;
  sales = other;
  rule('r', {
    trigger: { kind: 'noContact', days: 14 },
    actions: [
      { kind: 'raiseRisk', text: '沉默' },
      {
        kind: 'createTask',
        title: '约',
        taskKind: 'call',
        ownerRole: 'owner',
        dueDays: 1,
        deliverable: '',
        required: false,
      },
    ],
  });
  other.deal('quiet', { createdAt: NOW - 40 * DAY });
  other.now = NOW + 3600_000;
  tick();
  expect(ids(other)).toEqual(first);
  other.db.close();
  sales = mine;
});
