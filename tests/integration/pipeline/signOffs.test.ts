import { afterAll, beforeEach, expect, it } from 'vitest';
import { updateRow } from '#db/rows.ts';
import { member } from '#db/schema/team.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { gateWorkspace } from '#tests/support/gateWorkspace.ts';
import type { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  sales = gateWorkspace(folder.file(`sign${count}.kongdan`), [
    { id: 'sign', stageId: 'verify', kind: 'signOff' },
    { id: 'note', stageId: 'verify', kind: 'evidence', enforcement: 'warn' },
  ]);
  sales.deal('d', { amountMinor: 500 });
  return () => sales.db.close();
});

const key = { opportunityId: 'd', criterionId: 'sign' };
const ask = (input: object = {}) =>
  sales.call(pipelineContract.askSignOff, pipelineHandlers.askSignOff, { ...key, ...input });
const give = (note = '同意') =>
  sales.call(pipelineContract.giveEvidence, pipelineHandlers.giveEvidence, { ...key, note });
const waiting = (memberId?: string) =>
  sales.must(pipelineContract.signOffsWaiting, pipelineHandlers.signOffsWaiting, memberId ? { memberId } : {});
const move = (note?: string) =>
  sales.call(pipelineContract.move, pipelineHandlers.move, {
    opportunityId: 'd',
    toStageId: 'engage',
    reason: 'go',
    ...(note ? { evidence: [{ criterionId: 'sign', note }] } : {}),
  });
const as = (who: string) => {
  sales.actorId = who;
};

it('asks the owner’s manager by a task for the next working day, once', async () => {
  const asked = await ask({ note: '客户等答复' });
  expect(asked).toMatchObject({ ok: true, value: { asked: { id: 'boss' }, isNew: true } });
  expect(await ask()).toMatchObject({ ok: true, value: { asked: { id: 'boss' }, isNew: false } });
  const { rows, total } = await waiting('boss');
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    opportunity: { id: 'd' },
    account: { name: '华信医院' },
    owner: { id: 'seller' },
    criterionText: '标准sign',
    askedBy: '王伟',
    note: '客户等答复',
    amountMinor: 500,
    // Monday 16 February 2026 lies in the Spring Festival; work begins on Tuesday 24.
    dueDate: '2026-02-24',
  });
  expect((await waiting()).total).toBe(0);
});

it('takes a signature only from somebody who may sign, and then nothing waits any more', async () => {
  await ask();
  expect(await give()).toMatchObject({ ok: false, error: { type: 'forbidden', reason: 'signOff' } });
  expect(await move('同意')).toMatchObject({ ok: false, error: { type: 'forbidden' } });
  expect(await move()).toMatchObject({ ok: false, error: { type: 'gate', blocked: true } });
  as('boss');
  expect(await give()).toMatchObject({ ok: true });
  expect((await waiting('boss')).total).toBe(0);
  as('seller');
  expect(await move()).toMatchObject({ ok: true });
});

it('lets a seller neither replace nor withdraw what the manager signed', async () => {
  as('boss');
  await give('看过了');
  as('seller');
  expect(await give('我也同意')).toMatchObject({ ok: false, error: { type: 'forbidden' } });
  const withdraw = () => sales.call(pipelineContract.withdrawEvidence, pipelineHandlers.withdrawEvidence, key);
  expect(await withdraw()).toMatchObject({ ok: false, error: { type: 'forbidden' } });
  expect(sales.db.read.all('SELECT note FROM criterionEvidence WHERE removedAt IS NULL')).toEqual([{ note: '看过了' }]);
  as('root');
  expect(await withdraw()).toMatchObject({ ok: true });
});

it('is signed with the move of a manager, in the same step', async () => {
  as('boss');
  expect(await move('同意')).toMatchObject({ ok: true });
  expect(sales.db.read.all('SELECT byId FROM criterionEvidence')).toEqual([{ byId: 'boss' }]);
});

it('refuses a person who may not sign, a criterion that is no sign-off, and a team in which nobody may', async () => {
  expect(await ask({ memberId: 'seller' })).toMatchObject({ ok: false, error: { type: 'notFound', entity: 'member' } });
  expect(await ask({ criterionId: 'note' })).toMatchObject({ ok: false, error: { entity: 'stageCriterion' } });
  expect(await ask({ criterionId: 'nope' })).toMatchObject({ ok: false, error: { entity: 'stageCriterion' } });
  expect(await ask({ opportunityId: 'nope' })).toMatchObject({ ok: false, error: { entity: 'opportunity' } });
  change(sales.db, (db) => {
    for (const id of ['boss', 'root']) updateRow(db, member, id, { active: 0 });
  });
  expect(await ask()).toMatchObject({ ok: false, error: { type: 'nobodyMaySign' } });
});
