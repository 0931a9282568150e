import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insertRow, updateRow } from '#db/rows.ts';
import { contact } from '#db/schema/account.ts';
import { competitor, opportunity, opportunityCompetitor, opportunityLine, pastChange } from '#db/schema/opportunity.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { product } from '#db/schema/process.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  sales = new SalesWorkspace(folder.file(`deals${count}.kongdan`));
  return () => sales.db.close();
});

const handlers = opportunityHandlers;
const create = (input: object) =>
  sales.call(opportunityContract.create, handlers.create, {
    name: '影像设备采购',
    account: { id: 'a1' },
    ...input,
  });
const page = (id: string) => sales.must(opportunityContract.page, handlers.page, { id });
const update = (id: string, fields: object, expected?: Record<string, string | number | null>) =>
  sales.call(opportunityContract.update, handlers.update, { id, fields, expected });
const accounts = () =>
  sales.db.read.all<{ name: string }>('SELECT name FROM account ORDER BY name').map(({ name }) => name);

describe('a new deal', () => {
  it('needs a name and an account, and begins in the first stage of the first process', async () => {
    const answer = await create({ account: { name: '上海电气（集团）' }, amountMinor: 500 });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        accountCreated: true,
        card: {
          name: '影像设备采购',
          stageId: 'verify',
          status: 'open',
          amountMinor: 500,
          currency: 'CNY',
          owner: { id: 'seller' },
          account: { name: '上海电气（集团）' },
        },
      },
    });
    const id = answer.ok ? answer.value.card.id : '';
    expect((await page(id)).visits).toMatchObject([
      { stageId: 'verify', kind: 'create', byName: '王伟', leftAt: null, days: 0 },
    ]);
  });

  it('joins a known account of the same name instead of doubling it', async () => {
    await create({ account: { name: '上海电气（集团）' } });
    const answer = await create({ account: { name: ' 上海电气(集团) ' } });
    expect(answer).toMatchObject({
      ok: true,
      value: { accountCreated: false, card: { account: { name: '上海电气（集团）' } } },
    });
    expect(accounts()).toEqual(['上海电气（集团）', '华信医院']);
  });

  it('lies on top of its column and has the tasks of its stage', async () => {
    sales.deal('old');
    await create({});
    const board = await sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p' });
    expect(board.columns[0]?.cards.map(({ name }) => name)).toEqual(['影像设备采购', '商机old']);
    change(sales.db, (db) => db.run(`UPDATE stageCriterion SET enforcement = 'warn'`));
    const later = await create({ stageId: 'engage' });
    expect(later).toMatchObject({ ok: true, value: { card: { stageId: 'engage', tasks: { total: 2 } } } });
  });

  it('starts later only when nothing blocks the way there', async () => {
    expect(await create({ stageId: 'engage' })).toMatchObject({
      ok: false,
      error: { type: 'gate', blocked: true, items: [{ criterionId: 'budget' }] },
    });
    expect(await create({ stageId: 'engage', amountMinor: 5 })).toMatchObject({ ok: true });
  });

  it('is refused without leaving an account behind when anything is wrong', async () => {
    const before = accounts();
    const fresh = { account: { name: '全新客户' } };
    expect(await create({ ...fresh, stageId: 'won' })).toMatchObject({ ok: false, error: { type: 'wrongStage' } });
    expect(await create({ ...fresh, stageId: 'nope' })).toMatchObject({ ok: false, error: { type: 'wrongStage' } });
    expect(await create({ ...fresh, processId: 'nope' })).toMatchObject({ ok: false, error: { type: 'noProcess' } });
    expect(await create({ ...fresh, ownerId: 'nope' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'member' },
    });
    expect(await create({ account: { id: 'nope' } })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'account' },
    });
    expect(accounts()).toEqual(before);
  });

  it('belongs to nobody while this device has not chosen its member', async () => {
    sales.actorId = '';
    expect(await create({})).toMatchObject({ ok: true, value: { card: { owner: null } } });
  });
});

describe('editing', () => {
  it('changes only what it is given and records it', async () => {
    sales.deal('d', { nextStep: '约见院长' });
    expect(await update('d', { amountMinor: 900, ownWinRate: 0.25 })).toMatchObject({
      ok: true,
      value: { card: { amountMinor: 900, ownWinRate: 0.25 } },
    });
    expect((await page('d')).fields).toMatchObject({ amountMinor: 900, nextStep: '约见院长' });
  });

  it('is refused when a colleague changed the field meanwhile', async () => {
    sales.deal('d', { amountMinor: 100 });
    expect(await update('d', { amountMinor: 300 }, { amountMinor: 200 })).toEqual({
      ok: false,
      error: { type: 'changedMeanwhile', field: 'amountMinor', now: 100 },
    });
    expect(await update('d', { amountMinor: 300 }, { amountMinor: 100 })).toMatchObject({ ok: true });
  });

  it('refuses records that do not exist', async () => {
    sales.deal('d');
    expect(await update('x', { name: 'n' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'opportunity' },
    });
    for (const [field, entity] of [
      ['accountId', 'account'],
      ['ownerId', 'member'],
      ['primaryContactId', 'contact'],
    ])
      expect(await update('d', { [field as string]: 'x' })).toMatchObject({
        ok: false,
        error: { type: 'notFound', entity },
      });
    expect(await update('d', { name: 'n' }, { stageId: 'verify' })).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
  });

  it('gives many deals the same value and counts those that are different now', async () => {
    for (const id of ['a', 'b', 'c']) sales.deal(id);
    sales.deal('gone', { removedAt: NOW });
    const many = (fields: object) =>
      sales.call(opportunityContract.updateMany, handlers.updateMany, { ids: ['a', 'b', 'gone', 'x'], fields });
    expect(await many({ ownerId: 'boss', expectedClose: '2026-05-01' })).toEqual({ ok: true, value: { changed: 2 } });
    expect(await many({ ownerId: 'boss', expectedClose: '2026-05-01' })).toEqual({ ok: true, value: { changed: 0 } });
    expect(await many({})).toEqual({ ok: true, value: { changed: 0 } });
    expect(await many({ ownerId: 'x' })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect((await page('c')).fields.ownerId).toBe('seller');
  });

  it('puts deals into the trash and back', async () => {
    for (const id of ['a', 'b']) sales.deal(id);
    expect(await sales.must(opportunityContract.remove, handlers.remove, { ids: ['a', 'b', 'x'] })).toEqual({
      removed: 2,
    });
    expect(await sales.call(opportunityContract.page, handlers.page, { id: 'a' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
    expect(await sales.must(opportunityContract.restore, handlers.restore, { ids: ['a', 'x'] })).toEqual({
      restored: 1,
    });
    expect((await page('a')).card.name).toBe('商机a');
  });
});

describe('the page of a deal', () => {
  it('shows everything around it', async () => {
    sales.deal('d', {
      amountMinor: 1001,
      ownWinRate: 0.5,
      custom: '{"预算来源":"财政","份数":3}',
      primaryContactId: 'c1',
    });
    change(sales.db, (db) => {
      insertRow(db, competitor, { id: 'k', name: '竞品甲' });
      insertRow(db, opportunityCompetitor, { id: 'dk', opportunityId: 'd', competitorId: 'k', position: 'ahead' });
      insertRow(db, product, { id: 'pr', name: '64 排 CT' });
      insertRow(db, opportunityLine, { id: 'l1', opportunityId: 'd', productId: 'pr', quantity: 2, amountMinor: 1001 });
      insertRow(db, opportunityLine, { id: 'l2', opportunityId: 'd', description: '安装', removedAt: NOW });
      insertRow(db, contact, { id: 'c2', name: '李强', createdAt: NOW });
      insertRow(db, stakeholder, { id: 's', opportunityId: 'd', contactId: 'c2', roles: '["decider"]' });
    });
    const shown = await page('d');
    expect(shown).toMatchObject({
      process: { id: 'p', name: '大客户销售' },
      managerName: '赵敏',
      fields: { primaryContactId: 'c1' },
      expected: { stageMinor: 100, ownMinor: 501, modelMinor: null },
      model: null,
      nextStageId: 'engage',
      competitors: [{ name: '竞品甲', position: 'ahead' }],
      lines: [{ productName: '64 排 CT', quantity: 2 }],
      counts: { stakeholders: 1, openTasks: 0, doneTasks: 0, activities: 0, documents: 0, lines: 1 },
      custom: { 预算来源: '财政', 份数: '3' },
    });
    expect(shown.criteria.map(({ criterionId, met }) => [criterionId, met])).toEqual([
      ['budget', true],
      ['need', false],
    ]);
    expect(shown.process.stages.map(({ id }) => id)).toEqual(['verify', 'engage', 'negotiate', 'won', 'lost']);
    expect(shown.c139).toHaveLength(13);
  });

  it('tells every stage visit with its working days', async () => {
    sales.deal('d', { amountMinor: 1, stageEnteredAt: NOW - 14 * DAY });
    // From Monday 2 to Thursday 26 February: ten weekdays before the Spring Festival, a worked Saturday, then 24 and 25.
    sales.now = Date.UTC(2026, 1, 26, 2);
    await sales.must(pipelineContract.move, pipelineHandlers.move, {
      opportunityId: 'd',
      toStageId: 'engage',
      reason: 'r',
    });
    sales.now = Date.UTC(2026, 2, 2, 2);
    const { visits } = await page('d');
    expect(visits).toMatchObject([
      { stageId: 'verify', kind: 'create', leftAt: Date.UTC(2026, 1, 26, 2), days: 13 },
      { stageId: 'engage', kind: 'advance', leftAt: null, reason: 'r', days: 3 },
    ]);
    await sales.must(pipelineContract.move, pipelineHandlers.move, {
      opportunityId: 'd',
      toStageId: 'lost',
      outcomeReason: 'price',
      outcomeNote: '太贵',
    });
    sales.now = Date.UTC(2026, 5, 1);
    const closed = await page('d');
    expect(closed.visits.at(-1)).toMatchObject({ kind: 'close', leftAt: null, days: 0 });
    expect(closed).toMatchObject({ outcomeReason: 'price', outcomeNote: '太贵', nextStageId: null });
  });

  it('counts how often the close was pushed, here and before the deal came here', async () => {
    sales.deal('d', { expectedClose: '2026-03-01' });
    for (const expectedClose of ['2026-04-01', '2026-03-15', '2026-06-01', null, '2026-07-01'])
      await update('d', { expectedClose });
    expect((await page('d')).closePushes).toBe(2);
    change(sales.db, (db) => {
      insertRow(db, pastChange, {
        id: 'x1',
        opportunityId: 'd',
        field: 'expectedClose',
        fromValue: '2025-01-01',
        toValue: '2025-02-01',
        at: 1,
      });
      insertRow(db, pastChange, {
        id: 'x2',
        opportunityId: 'd',
        field: 'expectedClose',
        fromValue: '2025-02-01',
        toValue: '2025-01-15',
        at: 2,
      });
    });
    expect((await page('d')).closePushes).toBe(3);
  });

  it('takes the coach’s C139 value before the seller’s and lets both be withdrawn', async () => {
    sales.deal('d');
    const judge = (input: object) =>
      sales.call(opportunityContract.judgeC139, handlers.judgeC139, {
        id: 'd',
        code: 'W1',
        judge: 'self',
        value: 1,
        ...input,
      });
    const w1 = async () => (await page('d')).c139.find(({ code }) => code === 'W1');
    const wins = async () => (await page('d')).card.c139?.wins;
    await judge({});
    expect(await wins()).toBe(1);
    await judge({ judge: 'coach', coachKind: 'relationship', value: 0, evidence: '院长未表态' });
    expect(await w1()).toEqual({ code: 'W1', self: 1, coach: 0 });
    expect(await wins()).toBe(0);
    await judge({ judge: 'coach', value: null });
    expect(await wins()).toBe(1);
    await judge({ value: null });
    expect((await page('d')).card.c139).toBeNull();
    expect(sales.db.read.all('SELECT 1 FROM c139Judgement')).toHaveLength(4);
    expect(await judge({ id: 'x' })).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  it('stays readable when the deal’s process or account came from elsewhere and is incomplete', async () => {
    sales.deal('d', { accountId: null, custom: '[broken' });
    change(sales.db, (db) => updateRow(db, opportunity, 'd', { ownerId: null }));
    expect(await page('d')).toMatchObject({ card: { account: null, owner: null }, custom: {}, managerName: null });
  });
});
