import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { crmFixture } from '#tests/support/importFixtures.ts';
import { runProcess } from '#tests/support/runProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'kongdan-import-cli-'));
const deals = join(folder, 'deals.csv');
const kongdan = (...args: readonly string[]) =>
  runProcess(nodeBinary, [join(repositoryFolder, 'bin', 'kongdan.mjs'), ...args, '--user-data', folder], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });

beforeAll(async () => {
  writeFileSync(deals, crmFixture(150).deals);
  const made = await kongdan('call', 'workspace.create', '{"name":"cli","kind":"empty"}');
  expect(made.code, made.err).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the command line tries, plans, imports, lists and takes back', async () => {
  const tried = await kongdan('import', deals, '--dry-run');
  expect(tried.err).toBe('');
  expect(tried.out).toMatch(/^opportunity +150 +0 +0 +0 +0 +0$/mu);

  const planFile = join(folder, 'plan.json');
  expect((await kongdan('import', deals, '--write-plan', planFile, '--source', 'Old system')).code).toBe(0);
  expect(JSON.parse(readFileSync(planFile, 'utf8'))).toMatchObject({ source: 'Old system' });

  const done = await kongdan('import', deals, '--plan', planFile, '--json');
  const { value } = JSON.parse(done.out) as { value: { batchId: string; counts: unknown[] } };
  expect(value.counts).toContainEqual({
    entity: 'opportunity',
    create: 150,
    update: 0,
    skip: 0,
    conflict: 0,
    errors: 0,
    implied: 0,
  });

  expect((await kongdan('import', '--list')).out).toContain(`${value.batchId}  `);
  expect((await kongdan('import', '--undo', value.batchId)).out).toMatch(/rows taken back, 0 kept\./u);
  expect((await kongdan('import', '--list')).out).toContain('(undone)');
});

test('a broken file ends with 1 and says where', async () => {
  const broken = join(folder, 'broken.csv');
  writeFileSync(broken, 'id,name\n1,"never closed\n2,b\n');
  const { code, err } = await kongdan('import', broken);
  expect(code).toBe(1);
  expect(err).toContain('line 2');
});
