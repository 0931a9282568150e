import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { process, processVersion, stage } from '#db/schema/process.ts';
import { funnelHandlers as call } from '#electron/features/funnel/funnelHandlers.ts';
import { funnelContract } from '#shared/contract/funnel.contract.ts';
import { isoDate } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeDeal, makeHistory } from '#tests/support/workspaceRows.ts';

const { get, rows } = funnelContract;
let harness: HandlerHarness;

/** 10:00 in Shanghai. */
const on = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const year = { processId: 'imaging', from: isoDate('2026-01-01'), to: isoDate('2026-12-31') };

beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital', { name: '望澜医院' });
    // Walks to the win.
    makeDeal(db, 'won', 'hospital', { status: 'won', stageId: 'won', closedAt: on('2026-05-06'), amountMinor: 400 });
    makeHistory(db, 'won', [
      ['verify', on('2026-03-02')],
      ['engage', on('2026-03-09')],
      ['negotiate', on('2026-04-01')],
      ['won', on('2026-05-06')],
    ]);
    // Skips 交流, is lost in 谈判.
    makeDeal(db, 'lost', 'hospital', { status: 'lost', stageId: 'lost', closedAt: on('2026-06-01'), amountMinor: 200 });
    makeHistory(db, 'lost', [
      ['verify', on('2026-03-02')],
      ['negotiate', on('2026-04-02')],
      ['lost', on('2026-06-01')],
    ]);
    // Goes back and is open in 验证 for far too long.
    makeDeal(db, 'back', 'hospital', {
      stageId: 'verify',
      stageEnteredAt: on('2026-05-06'),
      amountMinor: null,
      ownerId: 'zhou',
    });
    makeHistory(db, 'back', [
      ['verify', on('2026-04-01')],
      ['engage', on('2026-04-10')],
      ['verify', on('2026-05-06')],
    ]);
    // Entered before the window, in another currency; at the edges of the day.
    makeDeal(db, 'early', 'hospital', { stageId: 'verify', currency: 'USD', amountMinor: 9 });
    makeHistory(db, 'early', [['verify', on('2025-12-31')]]);
    makeDeal(db, 'binned', 'hospital', { removedAt: NOW });
    makeHistory(db, 'binned', [['verify', on('2026-03-02')]]);
    makeDeal(db, 'noHistory', 'hospital');
  });
});
afterAll(() => harness.end());

const enteredFirst = async (from: string, to: string) =>
  (await harness.must(get, call.get, { ...year, from: isoDate(from), to: isoDate(to) })).stages[0]?.entered;

describe('funnel.get', () => {
  it('counts each stage by who entered it first in the window', async () => {
    const answer = await harness.must(get, call.get, year);
    expect(answer.stages.map((s) => [s.stageId, s.entered, s.reached, s.open, s.lost, s.regressions])).toEqual([
      ['verify', 3, 3, 0, 0, 0],
      ['engage', 3, 2, 1, 0, 1],
      ['negotiate', 2, 1, 0, 1, 0],
    ]);
    expect(answer).toMatchObject({ entered: 3, won: 1, history: { from: '2025-12-31', to: '2026-06-01' } });
    expect(answer.stages.map((s) => [s.benchmark, s.verdict, s.averageAmountMinor])).toEqual([
      [0.6, 'tooFew', 300],
      [0.4, 'tooFew', 300],
      [0.3, 'tooFew', 300],
    ]);
    expect(answer.quarters).toMatchObject([
      { quarter: '2026-Q1', steps: [{ settled: 2, rate: 1 }, { settled: 1 }, { settled: 0, rate: null }] },
      { quarter: '2026-Q2', steps: [{ settled: 1 }, { settled: 1, rate: 1 }, { settled: 2, rate: 0.5 }] },
    ]);
  });

  it('measures time in stage in working days, holidays of China left out, open deals included', async () => {
    const { stages } = await harness.must(get, call.get, year);
    // 交流: `won` 17 days (9 March to 1 April), `back` 15 (10 April to 6 May, five days off in May); the skip is no stay.
    expect(stages[0]?.dwell).toMatchObject({ allowedDays: 10, openOver: 1 });
    expect(stages[1]?.dwell.medianDays).toBe(15);
    expect(stages[1]?.dwell.p80Days).toBe(17);
  });

  it('begins and ends the window with the days of the workspace', async () => {
    expect(await enteredFirst('2025-12-31', '2025-12-31')).toBe(1);
    expect(await enteredFirst('2026-01-01', '2026-03-01')).toBe(0);
    expect(await enteredFirst('2026-03-02', '2026-03-02')).toBe(2);
    expect(await enteredFirst('2026-04-01', '2026-03-01')).toBe(0);
  });

  it('narrows to owners', async () => {
    const answer = await harness.must(get, call.get, { ...year, ownerIds: ['zhou'] });
    expect(answer.stages.map((s) => s.entered)).toEqual([1, 1, 0]);
    expect((await harness.must(get, call.get, { ...year, ownerIds: [] })).entered).toBe(3);
  });

  it('has nothing to say about a process without history, and does not find an unknown one', async () => {
    const other = startHarness();
    const answer = await other.must(get, call.get, year);
    expect(answer).toMatchObject({ entered: 0, won: 0, history: null, quarters: [] });
    expect(answer.stages.every((s) => s.rate === null && s.interval === null && s.dwell.medianDays === null)).toBe(
      true,
    );
    const error = { type: 'notFound', entity: 'process', id: 'x' };
    expect(await other.call(get, call.get, { ...year, processId: 'x' })).toEqual({ ok: false, error });
    other.end();
  });

  it('counts deals of an older version of the process with the stages of the present one', async () => {
    const other = startHarness();
    other.fill((db) => {
      makeDeal(db, 'old', null, { stageId: 'engage' });
      makeHistory(db, 'old', [
        ['verify', on('2026-02-02')],
        ['engage', on('2026-02-20')],
      ]);
      insertRow(db, processVersion, { id: 'imaging-2', processId: 'imaging', number: 2 });
      const next = [
        ['v2', 'verify', 'verify'],
        ['e2', 'talk', 'engage'],
        ['n2', 'negotiate', 'negotiate'],
      ] as const;
      for (const [position, [id, key, stageClass]] of next.entries()) {
        insertRow(db, stage, { id, key, stageClass, name: `${id}新`, position, processVersionId: 'imaging-2' });
      }
      db.run("UPDATE process SET currentVersionId = 'imaging-2'");
      insertRow(db, process, { id: 'other', name: '另一个' });
    });
    const answer = await other.must(get, call.get, year);
    // `verify` by its key, `engage` by its class.
    expect(answer.stages.map((s) => [s.name, s.entered])).toEqual([
      ['v2新', 1],
      ['e2新', 1],
      ['n2新', 0],
    ]);
    other.end();
  });
});

describe('funnel.rows', () => {
  it('opens the deals behind a figure, the longest in stage first', async () => {
    const answer = await harness.must(rows, call.rows, { ...year, stageId: 'engage', which: 'entered' });
    expect(answer.total).toBe(3);
    expect(answer.rows.map((row) => [row.id, row.enteredOn, row.days])).toEqual([
      ['won', '2026-03-09', 17],
      ['back', '2026-04-10', 15],
      ['lost', '2026-04-02', 0],
    ]);
    expect(answer.rows[0]).toMatchObject({
      accountName: '望澜医院',
      ownerName: '林悦',
      status: 'won',
      stageName: '成交',
      amountMinor: 400,
    });
  });

  it('pages', async () => {
    const page = await harness.must(rows, call.rows, {
      ...year,
      stageId: 'engage',
      which: 'entered',
      offset: 1,
      limit: 1,
    });
    expect(page).toMatchObject({ total: 3, rows: [{ id: 'back' }] });
  });

  it('refuses stages that are not open stages of the process', async () => {
    for (const stageId of ['won', 'x']) {
      const answer = await harness.call(rows, call.rows, { ...year, stageId, which: 'open' });
      expect(answer).toEqual({ ok: false, error: { type: 'notFound', entity: 'stage', id: stageId } });
    }
  });

  it('opens as many rows as every figure says, over any histories', async () => {
    const other = startHarness();
    const day = fc.integer({ min: 0, max: 250 });
    const deals = fc.array(
      fc.record({
        status: fc.constantFrom('open', 'paused', 'won', 'lost', 'noDecision'),
        visits: fc.array(fc.tuple(fc.constantFrom('verify', 'engage', 'negotiate', 'won', 'lost'), day), {
          maxLength: 5,
        }),
      }),
      { maxLength: 12 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(deals, day, day, async (some, from, length) => {
        round += 1;
        const processId = `p${round}`;
        other.fill((db) => {
          insertRow(db, process, { id: processId, currentVersionId: `${processId}v` });
          insertRow(db, processVersion, { id: `${processId}v`, processId });
          for (const [position, key] of ['verify', 'engage', 'negotiate', 'won', 'lost'].entries()) {
            insertRow(db, stage, {
              id: `${processId}${key}`,
              key,
              stageClass: key,
              position,
              allowedDays: 10,
              processVersionId: `${processId}v`,
            });
          }
          for (const [index, deal] of some.entries()) {
            const id = `${processId}-${index}`;
            makeDeal(db, id, null, {
              processId,
              processVersionId: `${processId}v`,
              stageId: `${processId}verify`,
              status: deal.status,
            });
            const visits = deal.visits.map(
              ([key, at]) => [`${processId}${key}`, on('2026-01-01') + at * 86_400_000] as const,
            );
            makeHistory(
              db,
              id,
              visits.toSorted((a, b) => a[1] - b[1]),
            );
          }
        });
        const start = new Date(on('2026-01-01') + from * 86_400_000).toISOString().slice(0, 10);
        const end = new Date(on('2026-01-01') + (from + length) * 86_400_000).toISOString().slice(0, 10);
        const filter = { processId, from: isoDate(start), to: isoDate(end) };
        for (const figure of (await other.must(get, call.get, filter)).stages) {
          const counts = {
            entered: figure.entered,
            reached: figure.reached,
            open: figure.open,
            lost: figure.lost,
            over: figure.dwell.openOver,
          };
          for (const [which, count] of Object.entries(counts)) {
            const input = { ...filter, stageId: figure.stageId, which: which as keyof typeof counts };
            const answer = await other.must(rows, call.rows, input);
            expect([which, answer.total, answer.rows.length]).toEqual([which, count, count]);
          }
        }
      }),
      { numRuns: 25 },
    );
    other.end();
  });
});
