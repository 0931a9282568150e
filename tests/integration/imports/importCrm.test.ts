import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBatches } from '#db/queries/imports/importBatches.ts';
import { updateRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { ImportPlan } from '#shared/contract/import.contract.ts';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { crmFixture, csvText } from '#tests/support/importFixtures.ts';

const fixture = crmFixture(400, 7);
let bench: ImportBench;
let handles: string[];
let plan: ImportPlan;

const read = <Row>(sql: string, ...params: string[]): Row[] => bench.rows<Row>(sql, ...params);
const countsOf = (counts: readonly { entity: string }[]) =>
  Object.fromEntries(counts.map(({ entity, ...rest }) => [entity, rest]));
const zero = { create: 0, update: 0, skip: 0, conflict: 0, errors: 0, implied: 0 };

beforeAll(async () => {
  bench = startImportBench();
  // The deals come first: the order of files must not matter.
  handles = [
    bench.file('sales_pipeline.csv', fixture.deals),
    bench.file('accounts.csv', fixture.accounts),
    bench.file('products.csv', fixture.products),
    bench.file('teams.csv', fixture.people),
  ];
  plan = (await bench.inspect(...handles)).plan;
});
afterAll(() => bench.end());

describe('four related files of a CRM', () => {
  test('are recognised, with their stages in order and the stage in which deals begin', async () => {
    const inspected = await bench.inspect(...handles);
    expect(inspected.files.map(({ plan: file, rows }) => [file.entity, rows])).toEqual([
      ['opportunity', 400],
      ['account', 24],
      ['product', 5],
      ['member', 12],
    ]);
    expect(inspected.stageTexts.map(({ text }) => text)).toEqual(['Prospecting', 'Engaging', 'Won', 'Lost']);
    expect(plan.entryStage).toBe('Engaging');
    expect(plan.files[1]?.columns['revenue']).toEqual({ field: 'annualRevenue', unit: 'million' });
  });

  test('are tried without writing anything', async () => {
    const tried = await bench.dryRun(plan);
    const { expected } = fixture;
    expect(countsOf(tried.counts)).toEqual({
      member: { ...zero, create: expected.people, implied: expected.managers },
      product: { ...zero, create: expected.products },
      account: { ...zero, create: expected.accounts },
      opportunity: { ...zero, create: expected.deals },
    });
    expect(tried.aliases).toEqual([
      { entity: 'product', spelling: 'OrbitPro', meansText: 'Orbit Pro', rows: expected.aliasRows, accepted: true },
    ]);
    expect(tried.notes).toContainEqual({ code: 'dealsWithoutAccount', count: expected.withoutAccount });
    expect(tried.notes).toContainEqual({ code: 'lostAmountUnknown', count: expected.lost });
    expect(tried.notes).toContainEqual({ code: 'creationUnknown', count: expected.untold });
    expect(
      read('SELECT id FROM opportunity UNION ALL SELECT id FROM account UNION ALL SELECT id FROM process'),
    ).toEqual([]);
  });

  test('come in whole, as the dry run said', async () => {
    const tried = await bench.dryRun(plan);
    const done = await bench.run(plan);
    expect(done.counts).toEqual(tried.counts);
    expect(done.stageChanges).toBe(tried.stageChanges);
    expect(done.notes).toEqual(tried.notes);
    const { expected } = fixture;
    expect(
      read('SELECT status, count(*) AS n, sum(amountMinor) AS total FROM opportunity GROUP BY status ORDER BY status'),
    ).toEqual([
      { status: 'lost', n: expected.lost, total: null },
      { status: 'open', n: expected.open, total: null },
      { status: 'won', n: expected.won, total: expected.wonMinor },
    ]);
    expect(read('SELECT count(*) AS n FROM account WHERE parentId IS NOT NULL')).toEqual([
      { n: expected.subsidiaries },
    ]);
    expect(read("SELECT count(*) AS n FROM member WHERE role = 'manager'")).toEqual([{ n: expected.managers }]);
    expect(read('SELECT count(*) AS n FROM member WHERE managerId IS NOT NULL')).toEqual([{ n: expected.people }]);
    expect(read('SELECT count(*) AS n FROM opportunity WHERE accountId IS NULL')).toEqual([
      { n: expected.withoutAccount },
    ]);
  });

  test('give each deal the history that its row tells and no more', () => {
    const { expected } = fixture;
    expect(read('SELECT kind, count(*) AS n FROM stageChange GROUP BY kind ORDER BY kind')).toEqual([
      { kind: 'close', n: expected.won + expected.lost },
      { kind: 'create', n: expected.deals },
    ]);
    const begun = read<{ name: string }>(
      "SELECT DISTINCT s.name FROM stageChange c JOIN stage s ON s.id = c.toStageId WHERE c.kind = 'create' ORDER BY 1",
    );
    expect(begun.map(({ name }) => name)).toEqual(['Engaging', 'Prospecting']);
    const won = fixture.dealRows.find((row) => row[4] === 'Won')!;
    const [deal] = read<{ createdAt: number; closedAt: number }>(
      "SELECT o.createdAt, o.closedAt FROM opportunity o JOIN externalRef r ON r.entityId = o.id AND r.entity = 'opportunity' WHERE r.externalId = ?",
      won[0]!,
    );
    expect(deal).toEqual({
      createdAt: Date.parse(`${won[5]}T00:00:00+08:00`),
      closedAt: Date.parse(`${won[6]}T00:00:00+08:00`),
    });
  });

  test('make a line of each deal with the list price, the other spelling included', () => {
    expect(
      read(
        'SELECT p.name, count(*) AS n FROM opportunityLine l JOIN product p ON p.id = l.productId GROUP BY p.name HAVING p.name LIKE ?',
        'Orbit%',
      ),
    ).toContainEqual({
      name: 'Orbit Pro',
      n: fixture.expected.aliasRows,
    });
    expect(read('SELECT count(*) AS n FROM opportunityLine WHERE unitPriceMinor IS NULL')).toEqual([{ n: 0 }]);
    expect(read('SELECT spelling FROM alias')).toEqual([{ spelling: 'OrbitPro' }]);
  });

  test('change nothing when they come again', async () => {
    const again = await bench.inspect(...handles);
    const done = await bench.run(again.plan);
    const { expected } = fixture;
    expect(countsOf(done.counts)).toEqual({
      member: { ...zero, skip: expected.people },
      product: { ...zero, skip: expected.products },
      account: { ...zero, skip: expected.accounts },
      opportunity: { ...zero, skip: expected.deals },
    });
    expect(done.written).toEqual({});
    expect('processId' in again.plan.process).toBe(true);
  });

  test('update what changed in the file, and keep what a person changed here', async () => {
    const rows = fixture.dealRows.map((row) => [...row]);
    const open = rows.filter((row) => row[4] === 'Engaging');
    const [moved, both] = [open[0]!, rows.find((row) => row[4] === 'Won')!];
    Object.assign(moved, { 4: 'Won', 6: '2025-03-01', 7: '777' });
    both[7] = String(Number(both[7]) + 1);
    const idOf = (externalId: string) =>
      read<{ id: string }>(
        "SELECT entityId AS id FROM externalRef WHERE entity = 'opportunity' AND externalId = ?",
        externalId,
      )[0]!.id;
    bench.byHand((db) => updateRow(db, opportunity, idOf(both[0]!), { amountMinor: 123 }));
    const changed = [bench.file('sales_pipeline.csv', csvText([fixture.dealHeader, ...rows])), ...handles.slice(1)];
    const inspected = await bench.inspect(...changed);
    const tried = await bench.dryRun(inspected.plan);
    const done = await bench.run(inspected.plan);
    expect(done.counts).toEqual(tried.counts);
    expect(countsOf(done.counts)['opportunity']).toEqual({ ...zero, update: 1, conflict: 1, skip: rows.length - 2 });
    expect(tried.examples.find(({ outcome }) => outcome === 'conflict')?.fields).toContainEqual({
      field: 'amountMinor',
      here: '123',
      inFile: String(Number(both[7]) * 100),
      kept: true,
    });
    expect(read('SELECT amountMinor FROM opportunity WHERE id = ?', idOf(both[0]!))).toEqual([{ amountMinor: 123 }]);
    expect(read('SELECT status, amountMinor FROM opportunity WHERE id = ?', idOf(moved[0]!))).toEqual([
      { status: 'won', amountMinor: 77_700 },
    ]);
    const steps = read<{ kind: string }>(
      'SELECT kind FROM stageChange WHERE opportunityId = ? ORDER BY at',
      idOf(moved[0]!),
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['create', 'close']);
  });

  test('are listed with their counts', () => {
    const batches = importBatches(bench.workspace.read);
    expect(batches.map(({ memberName, undoneAt }) => [memberName, undoneAt])).toEqual(
      Array.from({ length: 3 }, () => ['林悦', null]),
    );
    expect(JSON.parse(batches.at(-1)!.counts)).toContainEqual({ entity: 'opportunity', ...zero, create: 400 });
  });
});
