import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { qualificationHandlers } from '#electron/features/qualification/qualificationHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { gateWorkspace } from '#tests/support/gateWorkspace.ts';
import type { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  // Questions q0 and q1 are of level C, q0 decisive; q2 of B, q3 of A.
  sales = gateWorkspace(folder.file(`qualification${count}.kongdan`), []);
  sales.deal('d');
  return () => sales.db.close();
});

type Answers = InputOf<typeof qualificationContract.answer>['answers'];
const contract = qualificationContract;
const yes = (...ids: string[]): Answers => ids.map((questionId) => ({ questionId, value: 'yes', evidence: '纪要' }));
const answer = (answers: Answers, opportunityId = 'd') =>
  sales.call(contract.answer, qualificationHandlers.answer, { opportunityId, answers });
const ofDeal = () => sales.must(contract.ofDeal, qualificationHandlers.ofDeal, { opportunityId: 'd' });
const level = (id = 'd') =>
  sales.db.read.get<{ level: string }>('SELECT qualificationLevel AS level FROM opportunity WHERE id = ?', id)?.level;
const question = (input: object) =>
  sales.call(contract.saveQuestion, qualificationHandlers.saveQuestion, {
    level: 'C',
    topic: 'need',
    text: '新问题',
    ...input,
  });
const transactions = () => sales.db.read.get<{ n: number }>('SELECT count(*) AS n FROM syncTx')?.n ?? 0;
const lastSeq = () => sales.db.read.get<{ n: number }>('SELECT max(seq) AS n FROM syncTx')?.n ?? 0;

describe('answering', () => {
  it('lets the level follow in the same step, level by level', async () => {
    expect((await answer(yes('q0'))).ok).toBe(true);
    expect(level()).toBe('');
    const before = transactions();
    expect(await answer(yes('q1'))).toMatchObject({ ok: true, value: { reached: 'C' } });
    expect(transactions()).toBe(before + 1);
    // A alone does not jump over B.
    await answer(yes('q3'));
    expect(level()).toBe('C');
    await answer(yes('q2'));
    expect(level()).toBe('A');
    await answer([{ questionId: 'q1', value: 'no', evidence: '' }]);
    expect(level()).toBe('');
  });

  it('keeps one row per question, with who and when, and undoes into the answer before', async () => {
    await answer(yes('q0', 'q1'));
    sales.now += 1000;
    sales.actorId = 'boss';
    await answer([{ questionId: 'q0', value: 'no', evidence: '客户说只是了解' }]);
    const { questions, decisiveNos, reached, derived } = await ofDeal();
    expect(questions[0]?.answer).toEqual({ value: 'no', evidence: '客户说只是了解', at: sales.now, byName: '赵敏' });
    expect({ decisiveNos, reached, derived }).toEqual({ decisiveNos: ['q0'], reached: '', derived: true });
    expect(sales.db.read.all('SELECT 1 FROM qualificationAnswer').length).toBe(2);
    await sales.must(changesContract.undo, changesHandlers.undo, { seq: lastSeq() });
    expect(level()).toBe('C');
    expect((await ofDeal()).decisiveNos).toEqual([]);
  });

  it('takes no yes without evidence, no question of another process and no unknown record', async () => {
    const before = transactions();
    expect(await answer([{ questionId: 'q0', value: 'yes' }])).toMatchObject({
      ok: false,
      error: { type: 'evidenceMissing', questionId: 'q0' },
    });
    expect(await answer(yes('nope'))).toMatchObject({ ok: false, error: { entity: 'qualificationQuestion' } });
    expect(await answer(yes('q0'), 'nope')).toMatchObject({ ok: false, error: { entity: 'opportunity' } });
    expect(contract.answer.input.safeParse({ answers: yes('q0') }).success).toBe(false);
    expect(contract.answer.input.safeParse({ opportunityId: 'd', leadId: 'l', answers: yes('q0') }).success).toBe(
      false,
    );
    expect(transactions()).toBe(before);
  });

  it('is taken back by unknown without evidence, after which the level can be typed again', async () => {
    await answer(yes('q0', 'q1'));
    await answer(['q0', 'q1'].map((questionId) => ({ questionId, value: 'unknown' as const, evidence: '' })));
    expect(await ofDeal()).toMatchObject({ derived: false, reached: '' });
    expect(level()).toBe('');
  });

  it('works for a lead with the questions that belong to no process', async () => {
    change(sales.db, (db) => insertRow(db, lead, { id: 'l', createdAt: NOW }));
    await question({ processId: 'p', text: '只问这条流程' });
    const ofLead = () => sales.must(contract.ofLead, qualificationHandlers.ofLead, { leadId: 'l' });
    expect((await ofLead()).questions.map(({ id }) => id)).toEqual(['q0', 'q1', 'q2', 'q3']);
    const answered = await sales.must(contract.answer, qualificationHandlers.answer, {
      leadId: 'l',
      answers: yes('q0', 'q1'),
    });
    expect(answered.reached).toBe('C');
    expect((await ofLead()).questions[0]?.answer?.value).toBe('yes');
    expect(await sales.call(contract.ofLead, qualificationHandlers.ofLead, { leadId: 'x' })).toMatchObject({
      ok: false,
    });
  });
});

const byEdit = (qualificationLevel: 'A' | 'B') =>
  sales.call(opportunityContract.update, opportunityHandlers.update, { id: 'd', fields: { qualificationLevel } });
const byMove = (qualificationLevel: string) =>
  sales.call(pipelineContract.move, pipelineHandlers.move, {
    opportunityId: 'd',
    toStageId: 'engage',
    fields: { qualificationLevel },
  });

describe('typing the level', () => {
  it('is possible while nothing is answered and refused from every door afterwards', async () => {
    expect(await byEdit('B')).toMatchObject({ ok: true });
    await answer([{ questionId: 'q2', value: 'unknown', evidence: '问过，说不清' }]);
    expect(await byEdit('A')).toMatchObject({ ok: false, error: { type: 'levelDerived' } });
    expect(await byMove('A')).toMatchObject({ ok: false, error: { type: 'levelDerived' } });
    expect(
      opportunityContract.updateMany.input.parse({ ids: ['d'], fields: { qualificationLevel: 'A' } }).fields,
    ).toEqual({});
    expect(level()).toBe('');
  });
});

describe('the question set', () => {
  it('is added to, changed, put in another order and shortened, and running levels follow in the same step', async () => {
    await answer(yes('q0', 'q1'));
    sales.deal('closed', { stageId: 'won', status: 'won', qualificationLevel: 'C' });
    const added = await question({ decisive: true });
    expect(added).toMatchObject({ ok: true, value: { changedDeals: 1 } });
    const id = added.ok ? added.value.id : '';
    expect([level(), level('closed')]).toEqual(['', 'C']);
    expect(await question({ id, level: 'B' })).toMatchObject({ ok: true, value: { changedDeals: 1 } });
    expect(level()).toBe('C');
    const order = async () =>
      (await sales.must(contract.questions, qualificationHandlers.questions, {})).map((one) => one.id);
    expect(await order()).toEqual(['q0', 'q1', 'q2', 'q3', id]);
    await sales.must(contract.reorder, qualificationHandlers.reorder, { id, afterId: 'q0' });
    expect(await order()).toEqual(['q0', id, 'q1', 'q2', 'q3']);
    await sales.must(contract.reorder, qualificationHandlers.reorder, { id, beforeId: 'q0' });
    expect(await order()).toEqual([id, 'q0', 'q1', 'q2', 'q3']);
    expect(await sales.must(contract.removeQuestion, qualificationHandlers.removeQuestion, { id: 'q1' })).toEqual({
      changedDeals: 0,
    });
    expect(await order()).toEqual([id, 'q0', 'q2', 'q3']);
    await sales.must(changesContract.undo, changesHandlers.undo, { seq: lastSeq() });
    expect(await order()).toEqual([id, 'q0', 'q1', 'q2', 'q3']);
  });

  it('limits a question to one process and refuses processes and questions that do not exist', async () => {
    expect(await question({ processId: 'p' })).toMatchObject({ ok: true });
    expect((await ofDeal()).questions.length).toBe(5);
    expect(await question({ processId: 'nope' })).toMatchObject({ ok: false, error: { entity: 'process' } });
    expect(await question({ id: 'nope' })).toMatchObject({ ok: false, error: { entity: 'qualificationQuestion' } });
    const remove = (id: string) => sales.call(contract.removeQuestion, qualificationHandlers.removeQuestion, { id });
    expect((await remove('q0')).ok).toBe(true);
    expect(await remove('q0')).toMatchObject({ ok: false, error: { entity: 'qualificationQuestion' } });
    expect(contract.saveQuestion.input.safeParse({ level: 'D', topic: 'need', text: 'x' }).success).toBe(false);
    expect(contract.saveQuestion.input.safeParse({ level: 'C', topic: 'need', text: '  ' }).success).toBe(false);
  });
});
