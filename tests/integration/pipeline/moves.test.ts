import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insertRow, updateRow } from '#db/rows.ts';
import { process, processVersion, stage } from '#db/schema/process.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { pipelineContract, type MoveInput } from '#shared/contract/pipeline.contract.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  sales = new SalesWorkspace(folder.file(`moves${count}.kongdan`));
  return () => sales.db.close();
});

const move = (input: MoveInput) => sales.call(pipelineContract.move, pipelineHandlers.move, input);
const row = (id: string) =>
  sales.db.read.get<{
    stageId: string;
    status: string;
    closedAt: number | null;
    amountMinor: number | null;
    rank: string;
  }>('SELECT stageId, status, closedAt, amountMinor, rank FROM opportunity WHERE id = ?', id);
const history = (id: string) =>
  sales.db.read.all<{ kind: string; fromStageId: string; toStageId: string; reason: string; openCriteria: string }>(
    'SELECT kind, fromStageId, toStageId, reason, openCriteria FROM stageChange WHERE opportunityId = ? ORDER BY at, id',
    id,
  );
const transactions = () => sales.db.read.get<{ n: number }>('SELECT count(*) AS n FROM syncTx')?.n;

const order = async () => {
  const board = await sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p' });
  return board.columns[0]?.cards.map(({ id }) => id);
};

const reorder = (opportunityId: string, place: { beforeId?: string; afterId?: string }) =>
  sales.must(pipelineContract.reorder, pipelineHandlers.reorder, { opportunityId, ...place });

const check = () =>
  sales.must(pipelineContract.checkMove, pipelineHandlers.checkMove, { opportunityId: 'd', toStageId: 'engage' });

const pause = (paused: boolean, reason = '') =>
  sales.call(pipelineContract.pause, pipelineHandlers.pause, { opportunityId: 'd', paused, reason });

describe('a move through the gate', () => {
  it('is refused with the open criteria and leaves nothing behind', async () => {
    sales.deal('d');
    const before = transactions();
    const answer = await move({
      opportunityId: 'd',
      toStageId: 'engage',
      reason: 'hurry',
      evidence: [{ criterionId: 'need', note: 'mail of 3 May' }],
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { type: 'gate', blocked: true, items: [{ criterionId: 'budget', field: 'amountMinor' }] },
    });
    expect(row('d')?.stageId).toBe('verify');
    expect(transactions()).toBe(before);
    expect(sales.db.read.all('SELECT 1 FROM criterionEvidence')).toEqual([]);
  });

  it('passes with what the same command proves and fills in, as one transaction', async () => {
    sales.deal('d');
    const before = transactions() ?? 0;
    const answer = await move({
      opportunityId: 'd',
      toStageId: 'engage',
      fromStageId: 'verify',
      fields: { amountMinor: 500_000 },
      evidence: [{ criterionId: 'need', note: 'mail of 3 May' }],
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { fromStageId: 'verify', card: { stageId: 'engage', amountMinor: 500_000 } },
    });
    expect(history('d').at(-1)).toMatchObject({
      kind: 'advance',
      fromStageId: 'verify',
      toStageId: 'engage',
      openCriteria: '[]',
    });
    expect(transactions()).toBe(before + 1);
  });

  it('records which criteria were open when a reason was given', async () => {
    sales.deal('d', { amountMinor: 1 });
    expect(await move({ opportunityId: 'd', toStageId: 'engage' })).toMatchObject({
      ok: false,
      error: { type: 'gate', blocked: false },
    });
    expect(await move({ opportunityId: 'd', toStageId: 'engage', reason: 'customer insists' })).toMatchObject({
      ok: true,
    });
    expect(history('d').at(-1)).toMatchObject({ reason: 'customer insists', openCriteria: '["need"]' });
  });

  it('creates the tasks of the new stage once, due in working days, for owner and manager', async () => {
    sales.deal('d', { amountMinor: 1 });
    await move({ opportunityId: 'd', toStageId: 'engage', reason: 'x' });
    await move({ opportunityId: 'd', toStageId: 'verify', reason: 'too early' });
    await move({ opportunityId: 'd', toStageId: 'engage', reason: 'again' });
    const tasks = sales.db.read.all(
      'SELECT stageTaskId, ownerId, dueDate FROM task WHERE opportunityId = ? ORDER BY dueDate',
      'd',
    );
    // Monday 16 February 2026 lies in the Spring Festival: work begins on Tuesday 24, and Saturday 28 is worked.
    expect(tasks).toEqual([
      { stageTaskId: 'demo', ownerId: 'seller', dueDate: '2026-03-03' },
      { stageTaskId: 'visit', ownerId: 'boss', dueDate: '2026-03-06' },
    ]);
  });

  it('refuses fields that do not fit the contract and criteria of another stage', async () => {
    sales.deal('d');
    expect(await move({ opportunityId: 'd', toStageId: 'engage', fields: { amountMinor: 'much' } })).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
    expect(await move({ opportunityId: 'd', toStageId: 'engage', fields: { stageId: 'won' } })).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
    expect(
      await move({ opportunityId: 'd', toStageId: 'engage', evidence: [{ criterionId: 'nope', note: 'x' }] }),
    ).toMatchObject({ ok: false, error: { type: 'notFound', entity: 'stageCriterion' } });
  });

  it('refuses deals and stages that do not exist, the same stage, and a card that moved meanwhile', async () => {
    sales.deal('d', { stageId: 'engage' });
    expect(await move({ opportunityId: 'x', toStageId: 'engage' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
    expect(await move({ opportunityId: 'd', toStageId: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'wrongProcess' },
    });
    expect(await move({ opportunityId: 'd', toStageId: 'engage' })).toMatchObject({
      ok: false,
      error: { type: 'sameStage' },
    });
    expect(await move({ opportunityId: 'd', toStageId: 'negotiate', fromStageId: 'verify' })).toMatchObject({
      ok: false,
      error: { type: 'movedMeanwhile', stageId: 'engage' },
    });
  });

  it('asks for a reason to skip or go back, and refuses what the process forbids', async () => {
    sales.deal('d', { amountMinor: 1 });
    const proven = { evidence: [{ criterionId: 'need', note: 'x' }] };
    expect(await move({ opportunityId: 'd', toStageId: 'negotiate', ...proven })).toMatchObject({
      ok: false,
      error: { type: 'reasonRequired', for: 'skip' },
    });
    change(sales.db, (db) => updateRow(db, process, 'p', { allowSkip: 0, allowBack: 0 }));
    expect(await move({ opportunityId: 'd', toStageId: 'negotiate', reason: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'skipNotAllowed' },
    });
    sales.deal('e', { stageId: 'negotiate' });
    expect(await move({ opportunityId: 'e', toStageId: 'verify', reason: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'backNotAllowed' },
    });
  });
});

describe('closing and reopening', () => {
  it('keeps status, closing time and outcome together', async () => {
    sales.deal('d', { stageId: 'negotiate' });
    expect(await move({ opportunityId: 'd', toStageId: 'lost' })).toMatchObject({
      ok: false,
      error: { type: 'reasonRequired', for: 'lost' },
    });
    await move({ opportunityId: 'd', toStageId: 'lost', outcomeReason: 'noDecision', outcomeNote: 'frozen' });
    expect(row('d')).toMatchObject({ stageId: 'lost', status: 'noDecision', closedAt: NOW });
    expect(await move({ opportunityId: 'd', toStageId: 'negotiate' })).toMatchObject({
      ok: false,
      error: { type: 'reasonRequired', for: 'reopen' },
    });
    await move({ opportunityId: 'd', toStageId: 'negotiate', reason: 'budget is back' });
    expect(row('d')).toMatchObject({ stageId: 'negotiate', status: 'open', closedAt: null });
    await move({ opportunityId: 'd', toStageId: 'won' });
    expect(row('d')).toMatchObject({ stageId: 'won', status: 'won' });
    expect(history('d').map(({ kind }) => kind)).toEqual(['create', 'close', 'reopen', 'close']);
  });

  it('gives no tasks of open stages to a closed deal', async () => {
    sales.deal('d', { stageId: 'negotiate' });
    await move({ opportunityId: 'd', toStageId: 'won' });
    expect(sales.db.read.all('SELECT 1 FROM task')).toEqual([]);
  });
});

describe('many at once', () => {
  it('moves those that may and answers the others with their reason, in one transaction and in order', async () => {
    sales.deal('a', { stageId: 'engage', rank: 'a1' });
    sales.deal('b', { stageId: 'verify' });
    sales.deal('c', { stageId: 'engage', rank: 'a2' });
    sales.deal('top', { stageId: 'negotiate', rank: 'a0' });
    const before = transactions() ?? 0;
    const answer = await sales.must(pipelineContract.moveMany, pipelineHandlers.moveMany, {
      opportunityIds: ['a', 'b', 'c', 'missing'],
      toStageId: 'negotiate',
      reason: 'cleaning up',
    });
    expect(answer.moved).toEqual(['a', 'c']);
    expect(answer.refused).toMatchObject([
      { opportunityId: 'b', name: '商机b', error: { type: 'gate', blocked: true } },
    ]);
    expect(transactions()).toBe(before + 1);
    const board = await sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p' });
    expect(board.columns.find(({ stageId }) => stageId === 'negotiate')?.cards.map(({ id }) => id)).toEqual([
      'a',
      'c',
      'top',
    ]);
  });
});

describe('the order of cards', () => {
  it('drops a card between two others, at the top and at the bottom', async () => {
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) sales.deal(id, { rank: `a${index}` });
    await reorder('d', { afterId: 'a', beforeId: 'b' });
    expect(await order()).toEqual(['a', 'd', 'b', 'c']);
    await reorder('a', { afterId: 'c' });
    expect(await order()).toEqual(['d', 'b', 'c', 'a']);
    await reorder('c', { beforeId: 'd' });
    expect(await order()).toEqual(['c', 'd', 'b', 'a']);
    await reorder('b', {});
    expect(await order()).toEqual(['b', 'c', 'd', 'a']);
  });

  it('lands where it was aimed also among cards that came in with one and the same key', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) sales.deal(id);
    await reorder('e', { afterId: 'b', beforeId: 'c' });
    expect(await order()).toEqual(['a', 'b', 'e', 'c', 'd']);
    await reorder('a', { afterId: 'c' });
    expect(await order()).toEqual(['b', 'e', 'c', 'a', 'd']);
    await reorder('d', { beforeId: 'e' });
    expect(await order()).toEqual(['b', 'd', 'e', 'c', 'a']);
  });

  it('ignores a neighbour that has left the column', async () => {
    sales.deal('a');
    sales.deal('b', { rank: 'a1' });
    sales.deal('gone', { stageId: 'engage' });
    await reorder('b', { afterId: 'gone' });
    expect(await order()).toEqual(['b', 'a']);
  });

  it('puts a moved card at the top unless it is dropped at a place', async () => {
    sales.deal('x', { stageId: 'engage', rank: 'a1' });
    sales.deal('y', { stageId: 'engage', rank: 'a2' });
    for (const id of ['m', 'n']) sales.deal(id, { amountMinor: 1 });
    await move({ opportunityId: 'm', toStageId: 'engage', reason: 'r' });
    await move({ opportunityId: 'n', toStageId: 'engage', reason: 'r', afterId: 'x', beforeId: 'y' });
    const board = await sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p' });
    expect(board.columns[1]?.cards.map(({ id }) => id)).toEqual(['m', 'x', 'n', 'y']);
  });
});

describe('proof without a move', () => {
  it('meets a criterion until it is withdrawn', async () => {
    sales.deal('d', { amountMinor: 1 });
    expect(await check()).toMatchObject({ kind: 'advance', blocked: false, needsReason: true });
    const proof = { opportunityId: 'd', criterionId: 'need', note: '需求确认书' };
    await sales.must(pipelineContract.giveEvidence, pipelineHandlers.giveEvidence, proof);
    await sales.must(pipelineContract.giveEvidence, pipelineHandlers.giveEvidence, { ...proof, note: 'newer' });
    const met = await check();
    expect(met).toMatchObject({ needsReason: false });
    expect(met.items[1]).toMatchObject({ met: true, evidence: { note: 'newer', byName: '王伟' } });
    const withdrawn = { opportunityId: 'd', criterionId: 'need' };
    await sales.must(pipelineContract.withdrawEvidence, pipelineHandlers.withdrawEvidence, withdrawn);
    expect(await check()).toMatchObject({ needsReason: true });
    expect(
      await sales.call(pipelineContract.withdrawEvidence, pipelineHandlers.withdrawEvidence, withdrawn),
    ).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  it('says what a move would be, and answers unknown records as not found', async () => {
    sales.deal('d');
    expect(await check()).toMatchObject({ kind: 'advance', blocked: true, needsReason: false });
    for (const input of [
      { opportunityId: 'x', toStageId: 'engage' },
      { opportunityId: 'd', toStageId: 'x' },
    ])
      expect(await sales.call(pipelineContract.checkMove, pipelineHandlers.checkMove, input)).toMatchObject({
        ok: false,
        error: { type: 'notFound' },
      });
    for (const input of [
      { opportunityId: 'x', criterionId: 'need', note: 'n' },
      { opportunityId: 'd', criterionId: 'x', note: 'n' },
    ])
      expect(await sales.call(pipelineContract.giveEvidence, pipelineHandlers.giveEvidence, input)).toMatchObject({
        ok: false,
        error: { type: 'notFound' },
      });
  });
});

describe('pausing', () => {
  it('takes a deal off the board and back, and leaves the reason on its timeline', async () => {
    sales.deal('d', { stageId: 'engage' });
    await pause(true, '客户换届');
    expect(row('d')?.status).toBe('paused');
    expect(sales.db.read.all('SELECT kind, subject, accountId FROM activity')).toEqual([
      { kind: 'note', subject: '客户换届', accountId: 'a1' },
    ]);
    await pause(false);
    expect(row('d')?.status).toBe('open');
    expect(history('d')).toHaveLength(1);
  });

  it('is no question for a closed deal', async () => {
    sales.deal('d', { stageId: 'won', status: 'won', closedAt: NOW });
    expect(await pause(true)).toMatchObject({ ok: false, error: { type: 'forbidden' } });
  });
});

describe('several versions of a process', () => {
  beforeEach(() => {
    change(sales.db, (db) => {
      insertRow(db, processVersion, { id: 'p2', processId: 'p', number: 2, publishedAt: NOW, createdAt: NOW });
      for (const [position, key] of ['engage', 'trial', 'negotiate', 'won', 'lost'].entries())
        insertRow(db, stage, {
          id: `${key}2`,
          processVersionId: 'p2',
          key,
          name: key,
          stageClass: key === 'trial' ? 'propose' : key,
          position,
          winRateMille: 500,
        });
      updateRow(db, process, 'p', { currentVersionId: 'p2' });
    });
  });

  it('shows deals of the older version in the column of the same key, and a column for a stage that is gone', async () => {
    sales.deal('old', { stageId: 'engage' });
    sales.deal('first', { stageId: 'verify' });
    sales.deal('new', { stageId: 'engage2', processVersionId: 'p2', rank: 'a1' });
    const board = await sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p' });
    expect(board.columns.map(({ stageId, count: cards }) => [stageId, cards])).toEqual([
      ['engage2', 2],
      ['trial2', 0],
      ['negotiate2', 0],
      ['won2', 0],
      ['lost2', 0],
      ['verify', 1],
    ]);
    expect(board.columns[0]?.cards.map((card) => [card.id, card.stageId])).toEqual([
      ['old', 'engage2'],
      ['new', 'engage2'],
    ]);
    const processes = await sales.must(pipelineContract.processes, pipelineHandlers.processes, {});
    expect(processes[0]?.stages.map(({ id }) => id)).toEqual([
      'engage2',
      'trial2',
      'negotiate2',
      'won2',
      'lost2',
      'verify',
    ]);
  });

  it('keeps a deal in its version while that has the target, and takes it along otherwise', async () => {
    sales.deal('old', { stageId: 'engage' });
    const moved = await move({ opportunityId: 'old', toStageId: 'negotiate2', fromStageId: 'engage2' });
    expect(moved).toMatchObject({ ok: true, value: { card: { stageId: 'negotiate2' } } });
    expect(row('old')?.stageId).toBe('negotiate');
    sales.deal('other', { stageId: 'engage' });
    await move({ opportunityId: 'other', toStageId: 'trial2' });
    expect(row('other')?.stageId).toBe('trial2');
    expect(history('other').at(-1)).toMatchObject({ fromStageId: 'engage', toStageId: 'trial2', kind: 'advance' });
    sales.deal('first', { stageId: 'verify', amountMinor: 1 });
    expect(await move({ opportunityId: 'first', toStageId: 'trial2', reason: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'wrongProcess' },
    });
  });
});

it('never moves a deal in the trash', async () => {
  sales.deal('d', { removedAt: NOW, amountMinor: 1 });
  expect(await move({ opportunityId: 'd', toStageId: 'engage', reason: 'x' })).toMatchObject({
    ok: false,
    error: { type: 'notFound' },
  });
  expect(row('d')?.stageId).toBe('verify');
});
