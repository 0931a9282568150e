import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '#db/driver.ts';
import { activityContract, opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let test: TestCore;
let path: string;
beforeAll(async () => {
  test = await startTestCore();
  const created = await test.must(workspaceContract.create, { name: '门', kind: 'empty' });
  path = created.path;
});
afterAll(() => test.end());

const rows = (sql: string): unknown[] => {
  const plain = openConnection(path, { readonly: true });
  try {
    return plain.prepare(sql).all();
  } finally {
    plain.close();
  }
};

it('asks the same of the command line as of the screen, and names the door in the history', async () => {
  const [process] = await test.must(pipelineContract.processes, {});
  const [first, second] = process?.stages ?? [];
  const made = await test.must(opportunityContract.create, { name: '泵站改造', account: { name: '城北水务' } });
  const opportunityId = made.card.id;
  const toStageId = second?.id ?? '';
  const asked = await test.must(pipelineContract.checkMove, { opportunityId, toStageId });
  expect(asked.items.some(({ kind, met }) => kind === 'qualification' && !met)).toBe(true);
  const cli = (input: object) =>
    test.core.invoke('pipeline.move', { opportunityId, toStageId, ...input }, { door: 'cli' });
  const refused = await cli({});
  expect(refused).toMatchObject({ ok: false, error: { type: 'gate' } });
  const { questions } = await test.must(qualificationContract.ofDeal, { opportunityId });
  expect(questions.length).toBeGreaterThan(5);
  const given = {
    evidence: asked.items
      .filter(({ kind }) => kind === 'evidence')
      .map(({ criterionId }) => ({ criterionId, note: '客户邮件' })),
    fields: { expectedClose: '2026-12-01' },
    answers: questions
      .filter(({ level }) => level !== 'A')
      .map(({ id }) => ({ questionId: id, value: 'yes', evidence: '会议纪要' })),
  };
  await test.must(activityContract.log, { kind: 'visit', subject: '首次拜访', opportunityId });
  expect(await cli(given)).toMatchObject({ ok: true, value: { card: { stageId: toStageId } } });
  expect(rows(`SELECT kind, door, openCriteria, fromStageId FROM stageChange WHERE kind <> 'create'`)).toEqual([
    { kind: 'advance', door: 'cli', openCriteria: '[]', fromStageId: first?.id },
  ]);
  expect(rows('SELECT qualificationLevel FROM opportunity')).toEqual([{ qualificationLevel: 'B' }]);
});

it('answers malformed calls of the gate with what is wrong, and throws at none', async () => {
  const bad: [string, unknown][] = [
    ['pipeline.move', { opportunityId: 'x', toStageId: 'y', roles: [{ role: 'king', coverage: 'brief', who: {} }] }],
    ['pipeline.move', { opportunityId: 'x', toStageId: 'y', judgements: [{ code: 'C99', value: 1, evidence: '' }] }],
    ['pipeline.move', { opportunityId: 'x', toStageId: 'y', doneTaskIds: 'all' }],
    ['pipeline.move', { opportunityId: 'x', toStageId: 'y', competitor: { name: '' } }],
    ['pipeline.move', { opportunityId: 'x', toStageId: 'y', outcome: 'draw' }],
    ['pipeline.pauseMany', { opportunityIds: [], paused: true }],
    ['pipeline.askSignOff', { opportunityId: 'x' }],
    ['pipeline.signOffsWaiting', { limit: 0 }],
    ['qualification.answer', { opportunityId: 'x', answers: [] }],
    ['qualification.answer', { opportunityId: 'x', leadId: 'y', answers: [{ questionId: 'q', value: 'no' }] }],
    ['qualification.saveQuestion', { level: 'C', topic: 'weather', text: 'x' }],
    ['qualification.reorder', {}],
  ];
  for (const [operation, input] of bad)
    expect(await test.core.invoke(operation, input, { door: 'cli' }), operation).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
});
