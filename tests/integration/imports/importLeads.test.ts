import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { csvText } from '#tests/support/importFixtures.ts';

let bench: ImportBench;
beforeEach(() => {
  bench = startImportBench();
});
afterEach(() => bench.end());

interface Lead {
  readonly company: string;
  readonly personName: string;
  readonly mobile: string;
  readonly status: string;
  readonly source: string;
  readonly need: string;
  readonly budgetMinor: number | null;
  readonly held: number;
  readonly custom: string;
}
const leads = () =>
  bench.rows<Lead>(
    `SELECT company, personName, mobile, status, source, need, budgetMinor, heldUntil IS NOT NULL AS held, custom
     FROM lead ORDER BY company, personName`,
  );
const HEAD = ['公司', '联系人', '手机', '来源', '需求', '预算', '负责人', '展位'];

test('a list of enquiries is recognised and becomes leads: owned ones are held, the others go to the pool', async () => {
  const [me] = bench.rows<{ name: string }>('SELECT name FROM member LIMIT 1');
  const plan = await bench.inspect(
    bench.file(
      '展会名单.csv',
      csvText([
        HEAD,
        ['云杉精密科技有限公司', '李娜', '138 0013 8000', '展会', '视觉检测', '50万', me?.name ?? '', 'A12'],
        ['', '王工', '13900139000', '官网', '问价格', '', '', ''],
        ['', '', '', '官网', '空行也有来源', '', '', ''],
      ]),
    ),
  );
  expect(plan.plan.files[0]?.entity).toBe('lead');
  const before = bench.rows<{ n: number }>('SELECT count(*) AS n FROM lead');
  await bench.dryRun(plan.plan);
  expect(bench.rows('SELECT count(*) AS n FROM lead')).toEqual(before);
  const run = await bench.run(plan.plan);
  expect(leads()).toEqual([
    {
      company: '',
      personName: '王工',
      mobile: '13900139000',
      status: 'pool',
      source: '官网',
      need: '问价格',
      budgetMinor: null,
      held: 0,
      custom: expect.any(String),
    },
    {
      company: '云杉精密科技有限公司',
      personName: '李娜',
      mobile: '138 0013 8000',
      status: 'new',
      source: '展会',
      need: '视觉检测',
      budgetMinor: 50_000_000,
      held: 1,
      custom: expect.stringContaining('A12'),
    },
  ]);
  await bench.undo(run.batchId);
  expect(leads()).toEqual([]);
});

test('somebody who is a lead already is completed, not doubled, however the number is written', async () => {
  const rows = (name: string, ...lines: string[][]) => bench.file(name, csvText([HEAD, ...lines]));
  const first = rows('first.csv', ['云杉精密科技', '李娜', '13800138000', '展会', '', '', '', '']);
  await bench.run((await bench.inspect(first)).plan);
  const second = rows(
    'second.csv',
    ['云杉精密科技有限公司', '李娜', '+86 138-0013-8000', '官网', '两条线', '', '', ''],
    ['云杉精密科技', '王芳', '13700137000', '官网', '另一个人', '', '', ''],
  );
  await bench.run((await bench.inspect(second)).plan);
  expect(leads().map(({ personName, need }) => [personName, need])).toEqual([
    ['王芳', '另一个人'],
    ['李娜', '两条线'],
  ]);
});

test('contacts and accounts are still taken for what they are', async () => {
  const contacts = bench.file(
    'contacts.csv',
    csvText([
      ['姓名', '公司', '职务', '手机', '邮箱'],
      ['李娜', '云杉', '经理', '13800138000', 'a@b.cn'],
    ]),
  );
  const accounts = bench.file(
    'accounts.csv',
    csvText([
      ['客户名称', '行业', '城市', '电话', '来源'],
      ['云杉', '制造', '上海', '021-88886666', '展会'],
    ]),
  );
  const { plan } = await bench.inspect(contacts, accounts);
  expect(plan.files.map((file) => file.entity)).toEqual(['contact', 'account']);
});
