import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentPath, storeContent, verifyContent } from '#db/files/contentStore.ts';
import { findContent } from '#db/files/findContent.ts';
import { nodeBinary } from '#tests/support/builtProgram.ts';
import { runProcess, startProcess } from '#tests/support/runProcess.ts';
import { NOW, temporaryFolder, valueOf } from '#tests/support/workspaceFixture.ts';

let folder: ReturnType<typeof temporaryFolder>;
let files: string;
beforeEach(() => {
  folder = temporaryFolder();
  files = folder.file('Sales.kongdan-files');
});
afterEach(() => folder.remove());

const child = join(import.meta.dirname, 'children', 'storeOne.ts');
const options = { limit: 1000, now: NOW };
const sha = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
function source(content: string | Buffer, name = 'source.bin'): string {
  const path = folder.file(name);
  writeFileSync(path, content);
  return path;
}
/** Everything in the files folder. */
const kept = () =>
  existsSync(files)
    ? readdirSync(files, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [entry.name] : [],
      )
    : [];

it('keeps a content under the name of its hash, once, however often it comes', async () => {
  const first = valueOf(await storeContent(files, source('行业分析'), options));
  expect(first).toEqual({ hash: sha('行业分析'), bytes: 12 });
  expect(valueOf(await storeContent(files, source('行业分析', 'other.txt'), options))).toEqual(first);
  expect(kept()).toEqual([first.hash]);
  expect(readFileSync(valueOf(await verifyContent(files, first)), 'utf8')).toBe('行业分析');
});

it('stores the same content once when several come at the same moment', async () => {
  const path = source(Buffer.alloc(900, 7));
  const stored = await Promise.all(Array.from({ length: 8 }, () => storeContent(files, path, options)));
  expect(new Set(stored.map((one) => valueOf(one).hash)).size).toBe(1);
  expect(kept()).toHaveLength(1);
});

it('takes an empty file and one that is exactly as large as allowed, and no larger one', async () => {
  expect(valueOf(await storeContent(files, source(''), options))).toEqual({ hash: sha(''), bytes: 0 });
  expect((await storeContent(files, source(Buffer.alloc(1000)), options)).ok).toBe(true);
  expect(await storeContent(files, source(Buffer.alloc(1001)), options)).toEqual({
    ok: false,
    error: { type: 'tooLarge', bytes: 1001, limit: 1000 },
  });
  expect(kept()).toHaveLength(2);
});

it('takes neither a folder nor what is not there', async () => {
  for (const path of [folder.path, folder.file('nothing')])
    expect(await storeContent(files, path, options)).toEqual({ ok: false, error: { type: 'unreadable' } });
  expect(kept()).toEqual([]);
});

it('tells a missing content from a damaged one, and mends it when the same file comes again', async () => {
  const content = valueOf(await storeContent(files, source('报价单'), options));
  const path = contentPath(files, content.hash) ?? '';
  writeFileSync(path, '报价');
  expect(await verifyContent(files, content)).toEqual({ ok: false, error: { type: 'damaged' } });
  writeFileSync(path, 'x'.repeat(content.bytes));
  expect(await verifyContent(files, content)).toEqual({ ok: false, error: { type: 'damaged' } });
  valueOf(await storeContent(files, source('报价单'), options));
  expect((await verifyContent(files, content)).ok).toBe(true);
  rmSync(path);
  expect(await verifyContent(files, content)).toEqual({ ok: false, error: { type: 'missing' } });
});

it.each(['../../secret', '..', '', 'ABCDEF'.padEnd(64, '0'), `${'a'.repeat(63)}/`])(
  'follows no record that names a path: %s',
  async (hash) => {
    writeFileSync(folder.file('secret'), 'secret');
    expect(contentPath(files, hash)).toBeNull();
    expect(await verifyContent(files, { hash, bytes: 6 })).toEqual({ ok: false, error: { type: 'missing' } });
    expect(await findContent(folder.file('Sales.kongdan'), { hash, bytes: 6 }, NOW)).toMatchObject({ ok: false });
  },
);

it('throws what the disk says, and leaves nothing half-written', async () => {
  // A file lies where the folder of this content has to be made.
  const content = '方案书';
  mkdirSync(files);
  writeFileSync(join(files, sha(content).slice(0, 2)), 'in the way');
  await expect(storeContent(files, source(content), options)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(kept()).toEqual([sha(content).slice(0, 2)]);
});

it('says so when the disk takes no more, and leaves nothing half-written', async () => {
  // A limit on the size of files stands for the full disk: the system refuses in the middle of the copy.
  const command = `ulimit -f 100; exec "${nodeBinary}" "${child}" "${files}" "${source(Buffer.alloc(900_000))}"`;
  const ended = await runProcess('sh', ['-c', command]);
  expect(ended.out).toBe('begin\nEFBIG\n');
  expect(kept()).toEqual([]);
});

it('clears what a killed process left, but nothing that may still be written', async () => {
  mkdirSync(files);
  const old = join(files, `~${'a'.repeat(24)}.tmp`);
  const young = join(files, `~${'b'.repeat(24)}.tmp`);
  const foreign = join(files, '~notes.txt');
  for (const path of [old, young, foreign]) writeFileSync(path, 'part');
  for (const [path, hours] of [
    [old, 25],
    [young, 1],
    [foreign, 99],
  ] as const)
    utimesSync(path, NOW / 1000 - hours * 3600, NOW / 1000 - hours * 3600);
  valueOf(await storeContent(files, source('x'), options));
  expect([old, young, foreign].map((path) => existsSync(path))).toEqual([false, true, true]);
});

it('leaves nothing under a final name that is not whole, when it is killed in the middle', async () => {
  const large = source(Buffer.alloc(60_000_000, 3));
  for (const wait of [0, 20, 60]) {
    const running = startProcess(nodeBinary, [child, files, large]);
    await running.waitFor(/begin/);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    running.signal('SIGKILL');
    await running.ended;
  }
  const final = kept().filter((name) => !name.startsWith('~'));
  for (const name of final) expect(sha(readFileSync(contentPath(files, name) ?? ''))).toBe(name);
  const whole = valueOf(await storeContent(files, large, { limit: 60_000_000, now: NOW }));
  expect((await verifyContent(files, whole)).ok).toBe(true);
});

it('takes over from a folder beside it what its own does not have, if the hash is right', async () => {
  const content = valueOf(await storeContent(files, source('合同'), options));
  const renamed = folder.file('Renamed.kongdan');
  const found = valueOf(await findContent(renamed, content, NOW));
  expect(found).toBe(contentPath(folder.file('Renamed.kongdan-files'), content.hash));
  rmSync(found);
  writeFileSync(contentPath(files, content.hash) ?? '', '合约');
  expect(await findContent(renamed, content, NOW)).toEqual({ ok: false, error: { type: 'missing' } });
});

it('finds the files of a workspace from one of its backups', async () => {
  const content = valueOf(await storeContent(files, source('合同'), options));
  const backups = folder.file('Sales.kongdan-backups');
  mkdirSync(backups);
  expect((await findContent(join(backups, '2026.kongdan'), content, NOW)).ok).toBe(true);
});
