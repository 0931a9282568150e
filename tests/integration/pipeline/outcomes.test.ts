import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract, type MoveInput } from '#shared/contract/pipeline.contract.ts';
import { gateWorkspace } from '#tests/support/gateWorkspace.ts';
import type { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  sales = gateWorkspace(folder.file(`outcomes${count}.kongdan`), [
    { id: 'need', stageId: 'verify', kind: 'evidence', enforcement: 'warn' },
  ]);
  sales.deal('d');
  return () => sales.db.close();
});

const move = (input: Partial<MoveInput>) =>
  sales.call(pipelineContract.move, pipelineHandlers.move, { opportunityId: 'd', toStageId: 'lost', ...input });
const deal = () =>
  sales.db.read.get('SELECT stageId, status, outcomeReason, outcomeNote, winnerCompetitorId FROM opportunity');
const rivals = () =>
  sales.db.read.all<{ name: string; position: string }>(
    `SELECT c.name, o.position FROM opportunityCompetitor o JOIN competitor c ON c.id = o.competitorId
     WHERE o.opportunityId = 'd'`,
  );

describe('how a deal ends', () => {
  it('takes the reasons that fit the outcome and refuses the others', async () => {
    expect(await move({})).toMatchObject({ ok: false, error: { type: 'reasonRequired', for: 'lost' } });
    const wrong: Partial<MoveInput>[] = [
      { outcome: 'lost', outcomeReason: 'budgetCut' },
      { outcome: 'noDecision', outcomeReason: 'price' },
      { outcome: 'won', outcomeReason: 'price' },
      { toStageId: 'won', outcome: 'lost', outcomeReason: 'price', reason: 'x' },
      { toStageId: 'won', outcomeReason: 'budgetCut', reason: 'x' },
    ];
    for (const input of wrong) expect(await move(input)).toMatchObject({ ok: false, error: { type: 'wrongOutcome' } });
    expect(await move({ outcome: 'noDecision', outcomeReason: 'budgetCut', outcomeNote: '转到明年' })).toMatchObject({
      ok: true,
    });
    expect(deal()).toMatchObject({ status: 'noDecision', outcomeReason: 'budgetCut', outcomeNote: '转到明年' });
  });

  it('asks no reason of a won deal, and keeps one that is given', async () => {
    expect(await move({ toStageId: 'won', reason: 'x', outcomeReason: 'reputation' })).toMatchObject({ ok: true });
    expect(deal()).toMatchObject({ status: 'won', outcomeReason: 'reputation', winnerCompetitorId: null });
  });

  it('names who won, known or new, and does not make the same rival twice', async () => {
    await move({ outcomeReason: 'price', competitor: { name: '东软' } });
    const [first] = sales.db.read.all<{ id: string }>('SELECT id FROM competitor');
    expect(deal()).toMatchObject({ winnerCompetitorId: first?.id });
    expect(rivals()).toEqual([{ name: '东软', position: 'ahead' }]);
    await move({ toStageId: 'engage', reason: '客户重新考虑' });
    expect(deal()).toMatchObject({ status: 'open', winnerCompetitorId: null });
    await move({ toStageId: 'won', competitor: { name: ' 东软 ' } });
    expect(sales.db.read.all('SELECT 1 FROM competitor').length).toBe(1);
    expect(rivals()).toEqual([{ name: '东软', position: 'out' }]);
    const found = (text: string) => sales.must(pipelineContract.competitors, pipelineHandlers.competitors, { text });
    expect(await found('东')).toEqual([{ id: first?.id, name: '东软', deals: 1 }]);
    expect(await found('西')).toEqual([]);
  });

  it('refuses a rival that does not exist and changes nothing', async () => {
    expect(await move({ outcomeReason: 'price', competitor: { id: 'nope' } })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'competitor' },
    });
    expect(deal()).toMatchObject({ stageId: 'verify' });
  });

  it('keeps every visit with its end when the deal is taken up again', async () => {
    sales.now += 1000;
    await move({ toStageId: 'engage', reason: '客户催得急' });
    sales.now += 1000;
    await move({ outcomeReason: 'price', outcomeNote: '差 8%' });
    expect(await move({ toStageId: 'engage' })).toMatchObject({ ok: false, error: { for: 'reopen' } });
    sales.now += 1000;
    await move({ toStageId: 'engage', reason: '对手退出' });
    sales.now += 1000;
    await move({ outcome: 'noDecision', outcomeReason: 'priority' });
    const page = await sales.must(opportunityContract.page, opportunityHandlers.page, { id: 'd' });
    expect(
      page.visits.map(({ stageName, kind, reason, outcome, outcomeReason, openCriteria }) => [
        stageName,
        kind,
        reason,
        outcome,
        outcomeReason,
        openCriteria,
      ]),
    ).toEqual([
      ['阶段1', 'create', '', '', '', []],
      ['阶段2', 'advance', '客户催得急', '', '', ['标准need']],
      ['阶段5', 'close', '差 8%', 'lost', 'price', []],
      ['阶段2', 'reopen', '对手退出', '', '', []],
      ['阶段5', 'close', '', 'noDecision', 'priority', []],
    ]);
    expect(page.visits.map(({ byName }) => byName)).toEqual(['', '王伟', '王伟', '王伟', '王伟']);
  });
});

describe('many at once', () => {
  it('are lost with one reason, one rival and one step to undo', async () => {
    sales.deal('e', { stageId: 'engage' });
    sales.deal('f', { stageId: 'won', status: 'won' });
    const answer = await sales.must(pipelineContract.moveMany, pipelineHandlers.moveMany, {
      opportunityIds: ['d', 'e', 'f'],
      toStageId: 'lost',
      outcome: 'lost',
      outcomeReason: 'tooLate',
      outcomeNote: '统一清理',
      competitor: { name: '东软' },
    });
    expect(answer.moved).toEqual(['d', 'e']);
    expect(answer.refused).toMatchObject([{ opportunityId: 'f', error: { type: 'reasonRequired', for: 'reopen' } }]);
    expect(
      sales.db.read.all(
        `SELECT count(*) AS n, count(DISTINCT winnerCompetitorId) AS rivals, min(outcomeNote) AS note FROM opportunity
         WHERE status = 'lost'`,
      ),
    ).toEqual([{ n: 2, rivals: 1, note: '统一清理' }]);
  });

  it('are parked and taken up again with one reason, closed ones answered', async () => {
    sales.deal('e');
    sales.deal('f', { stageId: 'won', status: 'won' });
    const pause = (paused: boolean, reason = '') =>
      sales.must(pipelineContract.pauseMany, pipelineHandlers.pauseMany, {
        opportunityIds: ['d', 'e', 'f', 'nope'],
        paused,
        reason,
      });
    expect(await pause(true, '预算冻结')).toEqual({ changed: ['d', 'e'], refused: ['f'] });
    expect(sales.db.read.all('SELECT subject FROM activity')).toEqual([
      { subject: '预算冻结' },
      { subject: '预算冻结' },
    ]);
    expect(await pause(true)).toEqual({ changed: [], refused: ['f'] });
    expect((await pause(false)).changed).toEqual(['d', 'e']);
  });
});
