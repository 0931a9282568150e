import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertRow, updateRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { criterionEvidence, opportunity } from '#db/schema/opportunity.ts';
import { process, processVersion, stage, stageCriterion } from '#db/schema/process.ts';
import { saveImportMapping } from '#db/repositories/imports/importBatches.ts';
import { mappingOf } from '#electron/features/imports/savedMapping.ts';
import { JobCancelled } from '#electron/workers/job.ts';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { crmFixture, csvText } from '#tests/support/importFixtures.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = startImportBench();
});
afterEach(() => bench.end());

const everything = () =>
  [
    'opportunity',
    'account',
    'product',
    'member',
    'process',
    'stage',
    'stageChange',
    'opportunityLine',
    'externalRef',
    'alias',
    'team',
  ].map((table) => [table, bench.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]!.n]);
const crmHandles = (fixture: ReturnType<typeof crmFixture>) => [
  bench.file('accounts.csv', fixture.accounts),
  bench.file('products.csv', fixture.products),
  bench.file('deals.csv', fixture.deals),
  bench.file('teams.csv', fixture.people),
];

const twoDealsIn = (place: string): string =>
  csvText([
    ['商机编号', '商机名称', '商机阶段', '商机金额', '创建时间'],
    ['1', '泵站', place, '12万', '2026-01-05'],
    ['2', '阀门', place, '12万', '2026-01-05'],
  ]);

describe('an import is taken back', () => {
  test('as a whole, and can come again', async () => {
    const before = everything();
    const handles = crmHandles(crmFixture(120));
    const first = await bench.run((await bench.inspect(...handles)).plan);
    const after = everything();
    expect(await bench.undo(first.batchId)).toMatchObject({ ok: true, value: { kept: 0 } });
    expect(everything()).toEqual(before);
    expect(await bench.undo(first.batchId)).toEqual({ ok: false, error: { type: 'alreadyUndone' } });
    const second = await bench.run((await bench.inspect(...handles)).plan);
    expect(second.counts).toEqual(first.counts);
    expect(everything()).toEqual(after);
  });

  test('only by keeping what was edited since, when something was', async () => {
    const { batchId } = await bench.run((await bench.inspect(...crmHandles(crmFixture(60)))).plan);
    const [deal] = bench.rows<{ id: string }>('SELECT id FROM opportunity WHERE accountId IS NOT NULL LIMIT 1');
    bench.byHand((db) => updateRow(db, opportunity, deal!.id, { nextStep: '打电话' }));
    const refused = await bench.undo(batchId);
    expect(refused).toMatchObject({ ok: false, error: { type: 'editedSince' } });
    expect(bench.rows<{ n: number }>('SELECT count(*) AS n FROM opportunity')[0]?.n).toBe(60);
    expect(await bench.undo(batchId, true)).toMatchObject({ ok: true });
    expect(bench.rows('SELECT id, nextStep FROM opportunity')).toEqual([{ id: deal!.id, nextStep: '打电话' }]);
    expect(bench.rows('SELECT count(*) AS n FROM account WHERE id = (SELECT accountId FROM opportunity)')).toEqual([
      { n: 1 },
    ]);
  });

  test('that does not exist says so', async () => {
    expect(await bench.undo('nobody')).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  test('leaving the values that an update had replaced', async () => {
    const file = (amount: string) =>
      bench.file(
        'd.csv',
        csvText([
          ['Deal ID', 'Deal Name', 'Stage', 'Amount'],
          ['1', 'Pump', 'New', amount],
        ]),
      );
    await bench.run((await bench.inspect(file('10'))).plan);
    const { batchId } = await bench.run((await bench.inspect(file('20'))).plan);
    expect(bench.rows('SELECT amountMinor FROM opportunity')).toEqual([{ amountMinor: 2000 }]);
    await bench.undo(batchId);
    expect(bench.rows('SELECT amountMinor FROM opportunity')).toEqual([{ amountMinor: 1000 }]);
  });
});

test('a cancelled import leaves nothing', async () => {
  const before = everything();
  const { plan } = await bench.inspect(...crmHandles(crmFixture(1500)));
  let calls = 0;
  const cancelling = (phase: string, done: number) => {
    calls += 1;
    if (phase === 'rows' && done > 700) throw new JobCancelled('Cancelled');
  };
  await expect(bench.tryRun(plan, cancelling)).rejects.toThrow(JobCancelled);
  expect(calls).toBeGreaterThan(2);
  expect(everything()).toEqual(before);
  expect(bench.rows('SELECT id FROM importBatch')).toEqual([]);
});

test('a saved mapping is proposed again for files with the same headers', async () => {
  const rows = [
    ['Deal ID', 'Deal Name', 'Stage', 'Amount', 'Size'],
    ['1', 'Pump', 'New', '10', '7'],
  ];
  const { plan } = await bench.inspect(bench.file('a.csv', csvText(rows)));
  const edited = {
    ...plan,
    source: '老系统',
    files: plan.files.map((file) => ({ ...file, columns: { ...file.columns, Size: { field: 'ownWinRate' } } })),
  };
  bench.byHand((db) =>
    saveImportMapping(db, {
      id: 'map',
      name: '老系统导出',
      source: edited.source,
      mapping: mappingOf(edited),
      createdAt: 1,
    }),
  );
  const again = await bench.inspect(
    bench.file(
      'b.csv',
      csvText([
        ['SIZE', 'deal id', 'Deal Name', 'Stage', 'Amount'],
        ['7', '2', 'Valve', 'New', '5'],
      ]),
    ),
  );
  expect(again.usedMapping).toBe('老系统导出');
  expect(again.plan.source).toBe('老系统');
  const other = await bench.inspect(
    bench.file(
      'c.csv',
      csvText([
        ['Deal ID', 'Stage'],
        ['1', 'New'],
      ]),
    ),
  );
  expect(other.usedMapping).toBeNull();
});

describe('deals go into a process that is here', () => {
  const stages = [
    ['验证', 'verify'],
    ['交流', 'engage'],
    ['谈判', 'negotiate'],
    ['成交', 'won'],
    ['输单', 'lost'],
  ] as const;
  const makeProcess = () =>
    bench.byHand((db) => {
      insertRow(db, process, { id: 'p', name: '大客户', currentVersionId: 'v' });
      insertRow(db, processVersion, { id: 'v', processId: 'p', number: 1 });
      stages.forEach(([name, stageClass], position) =>
        insertRow(db, stage, {
          id: `s${position}`,
          processVersionId: 'v',
          key: `k${position}`,
          name,
          stageClass,
          position,
        }),
      );
      insertRow(db, stageCriterion, {
        id: 'c1',
        stageId: 's1',
        kind: 'evidence',
        text: '技术方案已确认',
        enforcement: 'block',
      });
      insertRow(db, stageCriterion, {
        id: 'c2',
        stageId: 's1',
        kind: 'fieldFilled',
        params: '{"field":"amountMinor"}',
        text: '金额',
        enforcement: 'block',
      });
    });

  test('past blocking criteria, which are recorded as open', async () => {
    makeProcess();
    const file = bench.file(
      'deals.csv',
      csvText([
        ['商机编号', '商机名称', '商机阶段', '商机金额', '创建时间', '阶段变更时间', '状态', '实际成交日期'],
        ['1', '泵站', '谈判', '12万', '2026-01-05', '2026-03-01', '', ''],
        ['2', '阀门', '交流', '', '2026-01-05', '', '赢单', '2026-04-01'],
        ['3', '管道', '验证', '', '2026-01-05', '', '', ''],
      ]),
    );
    const { plan } = await bench.inspect(file);
    expect(plan.process).toEqual({ processId: 'p', stages: { toStageId: { 验证: 's0', 交流: 's1', 谈判: 's2' } } });
    const done = await bench.run({ ...plan, entryStage: '交流' });
    expect(done.notes).toContainEqual({ code: 'movesPastCriteria', count: 2 });
    expect(
      bench.rows(
        "SELECT o.name, c.kind, c.openCriteria, c.door FROM stageChange c JOIN opportunity o ON o.id = c.opportunityId WHERE c.kind <> 'create' ORDER BY o.name",
      ),
    ).toEqual([
      { name: '泵站', kind: 'advance', openCriteria: '["c1"]', door: 'import' },
      { name: '阀门', kind: 'close', openCriteria: '["c1","c2"]', door: 'import' },
    ]);
    expect(bench.rows('SELECT name, status FROM opportunity ORDER BY name')).toEqual([
      { name: '泵站', status: 'open' },
      { name: '管道', status: 'open' },
      { name: '阀门', status: 'won' },
    ]);
  });

  test('judged by what was proven here and by the entry criteria of the stage it goes to', async () => {
    makeProcess();
    bench.byHand((db) =>
      insertRow(db, stageCriterion, { id: 'in', stageId: 's2', gate: 'entry', kind: 'evidence', text: '报价已递交' }),
    );
    await bench.run((await bench.inspect(bench.file('deals.csv', twoDealsIn('交流')))).plan);
    const [first] = bench.rows<{ id: string }>("SELECT id FROM opportunity WHERE name = '泵站'");
    bench.byHand((db) => {
      for (const criterionId of ['c1', 'in'])
        insertRow(db, criterionEvidence, { id: criterionId, opportunityId: first!.id, criterionId, note: '纪要' });
    });
    await bench.run((await bench.inspect(bench.file('deals.csv', twoDealsIn('谈判')))).plan);
    expect(
      bench.rows(
        "SELECT o.name, c.openCriteria FROM stageChange c JOIN opportunity o ON o.id = c.opportunityId WHERE c.kind = 'advance' ORDER BY o.name",
      ),
    ).toEqual([
      { name: '泵站', openCriteria: '[]' },
      { name: '阀门', openCriteria: '["c1","in"]' },
    ]);
  });
});

describe('records around deals', () => {
  test('contacts, activities and a HubSpot deal find each other', async () => {
    const contacts = bench.file(
      'contacts.csv',
      csvText([
        ['Record ID', 'First Name', 'Last Name', 'Email', 'Associated Company', 'Job Title', 'Fax'],
        ['51', 'Ann', 'Lee', 'ann@a.example', 'Acorn', 'CTO', '123'],
        ['52', '悦', '林', '', '华东', '主任', ''],
      ]),
    );
    const deals = bench.file(
      'deals.csv',
      csvText([
        [
          'Record ID',
          'Deal Name',
          'Deal Stage',
          'Associated Company',
          'Associated Contact',
          'Amount',
          'Close Date',
          'Create Date',
          'Deal owner',
        ],
        [
          '901',
          'Pumps',
          'Qualified',
          'Acorn',
          'Ann Lee;Ben Ode',
          '1,200',
          '2026-12-01 10:30',
          '2026-02-01 09:00',
          'Kim',
        ],
      ]),
    );
    const activities = bench.file(
      'activities.csv',
      csvText([
        ['Activity ID', 'Activity Date', 'Activity Type', 'Subject', 'Deal ID', 'Mood'],
        ['7', '2026-03-01 15:00', 'Call', 'First call', '901', 'good'],
        ['8', '2026-03-02 15:00', 'Visit', 'Site', '999', ''],
      ]),
    );
    const { plan } = await bench.inspect(contacts, deals, activities);
    expect(plan.files.map(({ entity }) => entity)).toEqual(['contact', 'opportunity', 'activity']);
    const tried = await bench.dryRun(plan);
    const done = await bench.run(plan);
    expect(done.counts).toEqual(tried.counts);
    expect(tried.problems.map(({ code, value }) => [code, value])).toEqual([['unknownDeal', '999']]);
    expect(
      bench.rows(
        'SELECT c.name, a.name AS account, c.custom FROM contact c LEFT JOIN account a ON a.id = c.accountId ORDER BY c.name',
      ),
    ).toEqual([
      { name: 'Ann Lee', account: 'Acorn', custom: '{"Fax":"123"}' },
      { name: 'Ben Ode', account: 'Acorn', custom: '{}' },
      { name: '林悦', account: '华东', custom: '{}' },
    ]);
    expect(
      bench.rows(
        'SELECT c.name, o.expectedClose, o.createdAt FROM opportunity o JOIN contact c ON c.id = o.primaryContactId',
      ),
    ).toEqual([{ name: 'Ann Lee', expectedClose: '2026-12-01', createdAt: Date.parse('2026-02-01T09:00:00+08:00') }]);
    expect(
      bench.rows('SELECT kind, subject, note, opportunityId IS NOT NULL AS joined FROM activity ORDER BY at'),
    ).toEqual([
      { kind: 'call', subject: 'First call', note: 'Mood: good', joined: 1 },
      { kind: 'visit', subject: 'Site', note: '', joined: 0 },
    ]);
    expect((await bench.run((await bench.inspect(contacts, deals, activities)).plan)).written).toEqual({});
  });

  test('Salesforce ids of 15 and 18 characters are one deal, and the footer of a report is none', async () => {
    const header = ['Opportunity ID', 'Opportunity Name', 'Stage', 'Opportunity Owner', 'Probability (%)'];
    const first = csvText([header, ['0065g00000AbCdE', 'Pump', 'New', 'Kim', '10']]);
    await bench.run((await bench.inspect(bench.file('report.csv', first))).plan);
    const second = `${csvText([header, ['0065g00000AbCdEAAV', 'Pump', 'New', 'Kim', '20']])}\n"Copyright (c) Somebody"\n"Confidential - Do Not Distribute"\n`;
    const { plan } = await bench.inspect(bench.file('report.csv', second));
    expect(plan.source).toBe('Salesforce');
    const tried = await bench.dryRun(plan);
    expect(tried.counts.find(({ entity }) => entity === 'opportunity')).toMatchObject({
      create: 0,
      update: 1,
      errors: 0,
    });
    expect(tried.problems.map(({ code }) => code)).toEqual(['footerRow', 'footerRow']);
  });

  test('rows without a key are left out, repeated ones come in once, and both are told', async () => {
    const { plan } = await bench.inspect(
      bench.file(
        'd.csv',
        csvText([
          ['Deal ID', 'Deal Name', 'Stage', 'Amount', 'Expected close date'],
          ['1', 'Pump', 'New', '10', '2026-05-01'],
          ['1', 'Pump', 'New', '11', '2026-05-01'],
          ['', '', 'New', '12', '2026-05-01'],
          ['3', 'Valve', 'New', 'a lot', 'soon'],
        ]),
      ),
    );
    const { counts, problems } = await bench.dryRun(plan);
    expect(counts.find(({ entity }) => entity === 'opportunity')).toMatchObject({ create: 2, skip: 1, errors: 1 });
    expect(problems.map(({ line, code, severity }) => [line, code, severity])).toEqual([
      [3, 'repeatedRow', 'warning'],
      [4, 'missingRequired', 'error'],
      [5, 'invalidAmount', 'warning'],
      [5, 'invalidDate', 'warning'],
    ]);
    await bench.run(plan);
    expect(bench.rows("SELECT custom FROM opportunity WHERE name = 'Valve'")).toEqual([
      { custom: '{"Amount":"a lot","Expected close date":"soon"}' },
    ]);
  });

  test('a spelling one slip away is only suggested, and taken once a person says so', async () => {
    bench.byHand((db) => insertRow(db, account, { id: 'acc', name: 'Northern Light' }));
    const file = bench.file(
      'd.csv',
      csvText([
        ['Deal ID', 'Deal Name', 'Account Name', 'Stage'],
        ['1', 'Pump', 'Nothern Light', 'New'],
      ]),
    );
    const { plan } = await bench.inspect(file);
    const tried = await bench.dryRun(plan);
    expect(tried.aliases).toEqual([
      { entity: 'account', spelling: 'Nothern Light', meansText: 'Northern Light', rows: 1, accepted: false },
    ]);
    expect(tried.counts.find(({ entity }) => entity === 'account')?.implied).toBe(1);
    const accepted = {
      ...plan,
      aliases: tried.aliases.map(({ rows: _rows, ...alias }) => ({ ...alias, accepted: true })),
    };
    await bench.run(accepted);
    expect(bench.rows('SELECT accountId FROM opportunity')).toEqual([{ accountId: 'acc' }]);
    const again = await bench.dryRun((await bench.inspect(file)).plan);
    expect(again.aliases).toEqual([]);
    expect(again.counts.find(({ entity }) => entity === 'opportunity')).toMatchObject({ skip: 1 });
  });

  test('a record in the trash stays there', async () => {
    const file = bench.file(
      'd.csv',
      csvText([
        ['Deal ID', 'Deal Name', 'Stage', 'Amount'],
        ['1', 'Pump', 'New', '10'],
      ]),
    );
    await bench.run((await bench.inspect(file)).plan);
    bench.byHand((db) =>
      updateRow(db, opportunity, bench.rows<{ id: string }>('SELECT id FROM opportunity')[0]!.id, { removedAt: 5 }),
    );
    const done = await bench.run((await bench.inspect(file)).plan);
    expect(done.notes).toContainEqual({ code: 'inTrash', count: 1 });
    expect(bench.rows('SELECT removedAt FROM opportunity')).toEqual([{ removedAt: 5 }]);
  });
});
