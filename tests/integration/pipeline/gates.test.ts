import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { activity, task } from '#db/schema/work.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract, type MoveInput } from '#shared/contract/pipeline.contract.ts';
import { gateWorkspace, type TestCriterion } from '#tests/support/gateWorkspace.ts';
import type { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;
let sales: SalesWorkspace;
afterEach(() => sales.db.close());

function open(...criteria: readonly TestCriterion[]): void {
  count += 1;
  sales = gateWorkspace(folder.file(`gates${count}.kongdan`), criteria);
}

const move = (input: Partial<MoveInput> = {}) =>
  sales.call(pipelineContract.move, pipelineHandlers.move, { opportunityId: 'd', toStageId: 'engage', ...input });
const check = (toStageId = 'engage') =>
  sales.must(pipelineContract.checkMove, pipelineHandlers.checkMove, { opportunityId: 'd', toStageId });
const blockedBy = async (input: Partial<MoveInput> = {}) => {
  const answer = await move(input);
  if (answer.ok || answer.error.type !== 'gate') return answer.ok ? [] : [answer.error.type];
  return answer.error.items.map(({ criterionId }) => criterionId);
};
const stageOf = () =>
  sales.db.read.get<{ stageId: string }>('SELECT stageId FROM opportunity WHERE id = ?', 'd')?.stageId;
const transactions = () => sales.db.read.get<{ n: number }>('SELECT count(*) AS n FROM syncTx')?.n ?? 0;
const rows = (sql: string) => sales.db.read.all(sql);
const evidence = (id: string, stageId: string, gate: 'exit' | 'entry' = 'exit'): TestCriterion => ({
  id,
  stageId,
  kind: 'evidence',
  gate,
});

describe('entry criteria', () => {
  it('are asked of the stage that is entered, exit criteria of the one that is left', async () => {
    open(evidence('leave', 'verify'), evidence('enter', 'engage', 'entry'), evidence('other', 'engage'));
    sales.deal('d');
    expect(await blockedBy()).toEqual(['leave', 'enter']);
    expect((await check()).items).toMatchObject([
      { criterionId: 'leave', gate: 'exit' },
      { criterionId: 'enter', gate: 'entry' },
    ]);
    expect(await blockedBy({ evidence: [{ criterionId: 'leave', note: 'x' }] })).toEqual(['enter']);
    const both = [
      { criterionId: 'leave', note: 'x' },
      { criterionId: 'enter', note: 'y' },
    ];
    expect(await move({ evidence: both })).toMatchObject({ ok: true });
  });

  it('of a skip are those of the stage that is entered and not of the ones in between', async () => {
    open(
      evidence('leave', 'verify'),
      evidence('between', 'engage', 'entry'),
      evidence('betweenOut', 'engage'),
      evidence('enter', 'negotiate', 'entry'),
    );
    sales.deal('d');
    expect(await blockedBy({ toStageId: 'negotiate', reason: 'x' })).toEqual(['leave', 'enter']);
  });

  it('of the won stage are asked before winning, and none is asked of a loss or a step back', async () => {
    open(
      evidence('sealed', 'won', 'entry'),
      evidence('enterLost', 'lost', 'entry'),
      evidence('again', 'verify', 'entry'),
    );
    sales.deal('d', { stageId: 'engage' });
    expect(await blockedBy({ toStageId: 'won' })).toEqual(['sealed']);
    expect(await move({ toStageId: 'verify', reason: 'too early' })).toMatchObject({ ok: true });
    expect(await move({ toStageId: 'lost', outcomeReason: 'price' })).toMatchObject({ ok: true });
  });

  it('hold for many at once and for a new deal that starts in the stage', async () => {
    open(evidence('enter', 'engage', 'entry'));
    sales.deal('d');
    const many = await sales.must(pipelineContract.moveMany, pipelineHandlers.moveMany, {
      opportunityIds: ['d'],
      toStageId: 'engage',
      reason: 'all of them',
    });
    expect(many).toMatchObject({
      moved: [],
      refused: [{ error: { type: 'gate', items: [{ criterionId: 'enter' }] } }],
    });
    const create = (stageId: string) =>
      sales.call(opportunityContract.create, opportunityHandlers.create, {
        name: '新项目',
        account: { id: 'a1' },
        stageId,
      });
    expect(await create('engage')).toMatchObject({ ok: false, error: { type: 'gate', items: [{ gate: 'entry' }] } });
    expect(await create('verify')).toMatchObject({ ok: true });
  });

  it('stand beside the exit criteria on the page of the deal', async () => {
    open(evidence('leave', 'verify'), evidence('enter', 'engage', 'entry'), evidence('later', 'negotiate', 'entry'));
    sales.deal('d');
    const page = await sales.must(opportunityContract.page, opportunityHandlers.page, { id: 'd' });
    expect(page.criteria.map(({ criterionId, gate }) => `${gate} ${criterionId}`)).toEqual([
      'exit leave',
      'entry enter',
    ]);
  });
});

describe('what a move brings along', () => {
  const everything: readonly TestCriterion[] = [
    evidence('need', 'verify'),
    { id: 'amount', stageId: 'verify', kind: 'fieldFilled', params: { field: 'amountMinor' } },
    { id: 'own', stageId: 'verify', kind: 'fieldFilled', params: { field: 'custom.预算编号' } },
    { id: 'planned', stageId: 'verify', kind: 'taskDone', params: { stageTaskId: 'plan' } },
    { id: 'decider', stageId: 'verify', kind: 'roleCovered', params: { role: 'decider', coverage: 'multiple' } },
    { id: 'level', stageId: 'verify', kind: 'qualification', params: { level: 'C' } },
    { id: 'clears', stageId: 'engage', gate: 'entry', kind: 'c139', params: { minClears: 2, minWins: 1 } },
    { id: 'file', stageId: 'verify', kind: 'deliverable', params: { stageTaskId: 'plan' } },
  ];
  const given = {
    evidence: [
      { criterionId: 'need', note: '客户邮件' },
      { criterionId: 'file', note: '合同库 K-12' },
    ],
    fields: { amountMinor: 100, 'custom.预算编号': 'B-7' },
    doneTaskIds: ['plan'],
    roles: [{ role: 'decider' as const, coverage: 'multiple' as const, who: { contactId: 'c1' } }],
    answers: [
      { questionId: 'q0', value: 'yes' as const, evidence: '会议纪要' },
      { questionId: 'q1', value: 'yes' as const, evidence: '邮件' },
    ],
    judgements: ['C1', 'C2', 'W1'].map((code) => ({ code, value: 1 as const, evidence: '访谈' })),
  };

  it('meets every kind of criterion in the same transaction, and one undo takes all of it back', async () => {
    open(...everything);
    sales.deal('d');
    const before = transactions();
    expect(await blockedBy()).toEqual(['need', 'amount', 'own', 'planned', 'decider', 'level', 'file', 'clears']);
    expect(await move(given)).toMatchObject({ ok: true, value: { card: { stageId: 'engage', amountMinor: 100 } } });
    expect(transactions()).toBe(before + 1);
    expect(rows('SELECT qualificationLevel, custom FROM opportunity')).toEqual([
      { qualificationLevel: 'C', custom: '{"预算编号":"B-7"}' },
    ]);
    expect(rows('SELECT contactId, roles, coverage FROM stakeholder')).toEqual([
      { contactId: 'c1', roles: '["decider"]', coverage: 'multiple' },
    ]);
    expect(rows(`SELECT stageTaskId, status FROM task WHERE stageTaskId = 'plan'`)).toEqual([
      { stageTaskId: 'plan', status: 'done' },
    ]);
    expect(rows('SELECT judge, value FROM c139Judgement').length).toBe(3);
    const seq = sales.db.read.get<{ seq: number }>('SELECT max(seq) AS seq FROM syncTx')?.seq ?? 0;
    await sales.must(changesContract.undo, changesHandlers.undo, { seq });
    expect(stageOf()).toBe('verify');
    for (const table of ['stakeholder', 'task', 'c139Judgement', 'criterionEvidence', 'qualificationAnswer'])
      expect(rows(`SELECT 1 FROM ${table}`), table).toEqual([]);
    expect(rows('SELECT qualificationLevel, custom, amountMinor FROM opportunity')).toEqual([
      { qualificationLevel: '', custom: '{}', amountMinor: null },
    ]);
  });

  it('is not kept when the move is refused after all', async () => {
    open(...everything, evidence('missing', 'verify'));
    sales.deal('d');
    const before = transactions();
    expect(await blockedBy(given)).toEqual(['missing']);
    expect(transactions()).toBe(before);
    expect(rows('SELECT 1 FROM stakeholder UNION ALL SELECT 1 FROM qualificationAnswer')).toEqual([]);
  });

  it('raises the role and coverage of a person who is on the map, and never lowers them', async () => {
    open();
    sales.deal('d');
    change(sales.db, (db) =>
      insertRow(db, stakeholder, {
        id: 's1',
        opportunityId: 'd',
        contactId: 'c1',
        roles: '["user"]',
        coverage: 'deep',
        createdAt: NOW,
      }),
    );
    await move({ roles: [{ role: 'decider', coverage: 'brief', who: { contactId: 'c1' } }] });
    expect(rows('SELECT roles, coverage FROM stakeholder')).toEqual([
      { roles: '["user","decider"]', coverage: 'deep' },
    ]);
  });

  it('makes a new person of the deal’s account where nobody holds the role yet', async () => {
    open();
    sales.deal('d');
    await move({ roles: [{ role: 'approver', coverage: 'brief', who: { newPerson: { name: '何主任', title: '' } } }] });
    expect(rows(`SELECT c.accountId, s.roles FROM stakeholder s JOIN contact c ON c.id = s.contactId`)).toEqual([
      { accountId: 'a1', roles: '["approver"]' },
    ]);
  });

  it('ticks the deal’s own task, and not one that lacks its document or belongs to another deal', async () => {
    open();
    sales.deal('d');
    sales.deal('e');
    change(sales.db, (db) => {
      const row = { title: 't', stageTaskId: 'plan', createdAt: NOW };
      insertRow(db, task, { ...row, id: 'mine', opportunityId: 'd' });
      insertRow(db, task, { ...row, id: 'other', opportunityId: 'e' });
      insertRow(db, task, { ...row, id: 'paper', opportunityId: 'd', deliverableRequired: 1, deliverable: '报告' });
    });
    expect(await move({ doneTaskIds: ['other'] })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'task' },
    });
    expect(await move({ doneTaskIds: ['paper'] })).toMatchObject({
      ok: false,
      error: { type: 'deliverableMissing', target: { entity: 'task', id: 'paper' }, deliverable: '报告' },
    });
    expect(await move({ doneTaskIds: ['mine'] })).toMatchObject({ ok: true });
    expect(rows(`SELECT id FROM task WHERE status = 'done'`)).toEqual([{ id: 'mine' }]);
  });

  it('is refused where it makes no sense, without a trace', async () => {
    open(evidence('need', 'verify'));
    sales.deal('d');
    const before = transactions();
    const bad: [Partial<MoveInput>, object][] = [
      [{ roles: [{ role: 'decider', coverage: 'brief', who: { contactId: 'nobody' } }] }, { entity: 'contact' }],
      [{ answers: [{ questionId: 'nope', value: 'yes', evidence: 'x' }] }, { entity: 'qualificationQuestion' }],
      [{ answers: [{ questionId: 'q0', value: 'yes', evidence: '' }] }, { type: 'evidenceMissing', questionId: 'q0' }],
      [{ doneTaskIds: ['nope'] }, { entity: 'task' }],
      [{ fields: { ownerId: 'nobody' } }, { entity: 'member' }],
      [{ fields: { 'custom.': 'x' } }, { type: 'invalidInput' }],
      [{ fields: { 'custom.long': 'x'.repeat(3000) } }, { type: 'invalidInput' }],
      [{ evidence: [{ criterionId: 'nope', note: 'x' }] }, { entity: 'stageCriterion' }],
    ];
    for (const [input, error] of bad) expect(await move(input)).toMatchObject({ ok: false, error });
    expect(transactions()).toBe(before);
  });
});

describe('what a criterion tells a client', () => {
  it('names what it needs to be met in place', async () => {
    open(
      { id: 'role', stageId: 'verify', kind: 'roleCovered', params: { role: 'decider' } },
      { id: 'act', stageId: 'verify', kind: 'activityWithin', params: { kind: ['visit', 'call'], days: 14 } },
      { id: 'level', stageId: 'verify', kind: 'qualification', params: { level: 'B' } },
      { id: 'c139', stageId: 'verify', kind: 'c139', params: { minClears: 6 } },
      { id: 'sign', stageId: 'verify', kind: 'signOff', params: { role: 'coach' } },
      { id: 'task', stageId: 'verify', kind: 'taskDone', params: { stageTaskId: 'plan' } },
      { id: 'broken', stageId: 'verify', kind: 'roleCovered', params: { role: 'king' } },
    );
    sales.deal('d');
    change(sales.db, (db) =>
      insertRow(db, task, { id: 'mine', title: '客户分析', opportunityId: 'd', stageTaskId: 'plan', createdAt: NOW }),
    );
    const { items } = await check();
    expect(Object.fromEntries(items.map(({ criterionId, needs }) => [criterionId, needs]))).toMatchObject({
      role: { role: 'decider', coverage: 'brief' },
      act: { kinds: ['visit', 'call'], days: 14 },
      level: { level: 'B' },
      c139: { minClears: 6, minFirsts: null, minWins: null },
      sign: { signRole: 'coach' },
      task: { stageTaskId: 'plan', task: { id: 'mine', title: '客户分析', status: 'open' } },
      broken: { role: null },
    });
  });

  it('is judged again after a logged activity', async () => {
    open({ id: 'act', stageId: 'verify', kind: 'activityWithin', params: { kind: 'visit', days: 7 } });
    sales.deal('d');
    expect((await check()).blocked).toBe(true);
    change(sales.db, (db) =>
      insertRow(db, activity, { id: 'v', kind: 'visit', opportunityId: 'd', at: NOW - 1000, createdAt: NOW }),
    );
    expect((await check()).blocked).toBe(false);
  });
});
