import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePushes } from '#db/queries/opportunity/closePushes.ts';
import type { ImportPlan } from '#shared/contract/import.contract.ts';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { csvText, historyFixture } from '#tests/support/importFixtures.ts';

const fixture = historyFixture(80, 3);
let bench: ImportBench;
let plan: ImportPlan;
let handles: string[];

const read = <Row>(sql: string, ...params: string[]): Row[] => bench.rows<Row>(sql, ...params);

beforeAll(async () => {
  bench = startImportBench();
  handles = [bench.file('history.csv.gz', gzipSync(fixture.history)), bench.file('lines.csv', fixture.lines)];
  plan = (await bench.inspect(...handles)).plan;
});
afterAll(() => bench.end());

describe('a stage history with product lines', () => {
  test('is recognised, with classes from its statuses', () => {
    expect(plan.files.map(({ entity }) => entity)).toEqual(['stageHistory', 'opportunityLine']);
    const stages = 'newProcess' in plan.process ? plan.process.newProcess.stages : [];
    expect(stages.map(({ text, stageClass }) => [text, stageClass])).toEqual([
      ['Stage 6', 'verify'],
      ['Stage 5', expect.any(String)],
      ['Stage 3', expect.any(String)],
      ['Stage 4', 'won'],
      ['Stage 8', 'lost'],
    ]);
  });

  test('comes in with every step, every moved close date and the latest lines', async () => {
    const tried = await bench.dryRun(plan);
    const done = await bench.run(plan);
    const { expected } = fixture;
    expect(done.counts).toEqual(tried.counts);
    expect(done.stageChanges).toBe(expected.steps);
    expect(done.notes).toContainEqual({ code: 'closeDateChanges', count: expected.closeDateChanges });
    expect(done.notes).toContainEqual({ code: 'rowsWithoutStageChange', count: expected.rows - expected.steps });
    expect(read('SELECT count(*) AS n FROM opportunity')).toEqual([{ n: expected.deals }]);
    expect(read("SELECT count(*) AS n FROM stageChange WHERE kind = 'reopen' AND door = 'import'")).toEqual([
      { n: expected.reopened },
    ]);
    expect(read("SELECT count(*) AS n FROM pastChange WHERE field = 'expectedClose'")).toEqual([
      { n: expected.closeDateChanges },
    ]);
    expect(read("SELECT sum(status = 'won') AS won, sum(status = 'lost') AS lost FROM opportunity")).toEqual([
      { won: expected.won, lost: expected.lost },
    ]);
    expect(
      read('SELECT count(*) AS n, min(amountMinor) AS least, min(quantity) AS quantity FROM opportunityLine'),
    ).toEqual([{ n: expected.lines, least: 100_000, quantity: 200 }]);
  });

  test('tells of the impossible year, and keeps what was written', async () => {
    const again = await bench.dryRun((await bench.inspect(...handles)).plan);
    expect(again.problems.map(({ column, value, code, severity }) => [column, value, code, severity])).toEqual([
      ['Decision Date', '2215-03-20', 'implausibleDate', 'warning'],
    ]);
    const line = fixture.history.split('\n').findIndex((text) => text.includes('2215')) + 1;
    expect(again.problems[0]?.line).toBe(line);
    expect(read("SELECT count(*) AS n FROM opportunity WHERE custom LIKE '%2215-03-20%'")).toEqual([{ n: 1 }]);
    expect(read("SELECT count(*) AS n FROM opportunity WHERE expectedClose LIKE '2215%'")).toEqual([{ n: 0 }]);
  });

  test('keeps unmapped columns and says which', async () => {
    const tried = await bench.dryRun(plan);
    expect(tried.keptColumns.map(({ header }) => header)).toEqual(['Risk Status', 'Core Market', 'Product Status']);
    expect(
      read("SELECT count(*) AS n FROM opportunity WHERE json_extract(custom, '$.\"Core Market\"') LIKE 'Market _'"),
    ).toEqual([{ n: fixture.expected.deals }]);
  });

  test('adds only what is new when it comes again longer', async () => {
    const open = fixture.rows.findLast(
      (row) => row[1] === 'Stage 3' && row === fixture.rows.findLast(([id]) => id === row[0]),
    )!;
    const longer = [...open];
    Object.assign(longer, { 1: 'Stage 4', 2: '2025-12-01 09:00:00', 3: 'Stage 3', 8: '2025-11-30', 9: 'Closed/Won' });
    // At the end of the file, apart from the other rows of its deal.
    const file = bench.file('history.csv', csvText([fixture.header, ...fixture.rows, longer]));
    const inspected = await bench.inspect(file);
    const tried = await bench.dryRun(inspected.plan);
    const done = await bench.run(inspected.plan);
    expect(done.counts).toEqual(tried.counts);
    expect(done.counts.find(({ entity }) => entity === 'stageHistory')).toMatchObject({
      update: 1,
      skip: 79,
      create: 0,
      conflict: 0,
    });
    expect(done.stageChanges).toBe(1);
    expect(done.written).toEqual({ opportunity: 1, stageChange: 1, pastChange: 1 });
    // The push of this import is in the history and in the change log, and counts once.
    const [deal] = read<{ id: string; past: number }>(
      `SELECT o.id, (SELECT count(*) FROM pastChange p WHERE p.opportunityId = o.id AND p.toValue > p.fromValue) AS past
       FROM opportunity o WHERE o.expectedClose = '2025-11-30'`,
    );
    expect(closePushes(bench.workspace.read, deal!.id)).toBe(deal!.past);
  });
});

test('a stage that the plan ignores leaves no step', async () => {
  const own = startImportBench();
  try {
    const rows = [
      ['1', 'Qualify', '2026-01-01 10:00', 'A', 'Open'],
      ['1', 'Group', '2026-01-05 10:00', 'A', 'Open'],
      ['1', 'Qualify', '2026-01-09 10:00', 'A', 'Open'],
      ['1', 'Won', '2026-01-20 10:00', 'A', 'Closed/Won'],
    ];
    const header = ['Opportunity ID', 'To Stage', 'Stage Change Date', 'Account Name', 'Status'];
    const { plan: proposed } = await own.inspect(own.file('h.csv', csvText([header, ...rows])));
    if (!('newProcess' in proposed.process)) throw new Error('Expected a new process');
    const stages = proposed.process.newProcess.stages.map((stage) =>
      stage.text === 'Group' ? { ...stage, stageClass: 'ignore' as const } : stage,
    );
    const done = await own.run({ ...proposed, process: { newProcess: { ...proposed.process.newProcess, stages } } });
    expect(done.stageChanges).toBe(2);
    expect(done.notes).toContainEqual({ code: 'ignoredStageRows', count: 1 });
  } finally {
    own.end();
  }
});

test('several moves of one instant are all kept, and only once', async () => {
  const own = startImportBench();
  try {
    const stages = ['A', 'B', 'A', 'B', 'A'];
    const rows = stages.map((name, index) => ['1', name, '2026-01-01 10:00', 'X', `2026-0${5 + (index % 2)}-01`]);
    const header = ['Opportunity ID', 'To Stage', 'Stage Change Date', 'Account Name', 'Expected close date'];
    const handle = own.file('h.csv', csvText([header, ...rows]));
    const done = await own.run((await own.inspect(handle)).plan);
    expect(done.written).toMatchObject({ stageChange: 5, pastChange: 4 });
    expect((await own.run((await own.inspect(handle)).plan)).written).toEqual({});
  } finally {
    own.end();
  }
});
