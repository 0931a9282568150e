import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtFile, nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { runProcess } from '#tests/support/runProcess.ts';

// The real electron-builder packs the real build; only Electron itself, which it copies, is a folder of empty files.
let folder: string;
const tool = (name: string) => join(repositoryFolder, 'node_modules', '.bin', name);
const packed = (platform: string) => join(folder, 'dist', platform, 'resources');

beforeAll(async () => {
  builtFile('main', 'main.js');
  folder = mkdtempSync(join(tmpdir(), 'kongdan-package-'));
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  for (const name of ['electron', 'electron.exe', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(electron, name), '');
  chmodSync(join(electron, 'electron'), 0o755);
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'empty', 'package.json'), '{}');
  await runProcess(tool('asar'), ['pack', join(folder, 'empty'), join(electron, 'resources', 'default_app.asar')]);
  const given = {
    electronDist: electron,
    'directories.output': join(folder, 'dist'),
    // Both would write into electron.exe.
    disableAsarIntegrity: true,
    'win.signAndEditExecutable': false,
  };
  const overrides = Object.entries(given).map(([name, value]) => `-c.${name}=${value}`);
  const args = ['--linux', 'dir', '--win', 'dir', '--x64', ...overrides];
  const made = await runProcess(tool('electron-builder'), args, { cwd: repositoryFolder });
  expect(`${made.code} ${made.out}${made.err}`).toMatch(/^0 /);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds the build and the database library, and no sources, tools or tests', async () => {
  const { out } = await runProcess(tool('asar'), ['list', join(packed('linux-unpacked'), 'app.asar')]);
  const files = out.trim().split('\n');
  for (const wanted of ['main/main.js', 'main/worker.js', 'preload/preload.cjs', 'renderer/index.html']) {
    expect(files).toContain(`/out/${wanted}`);
  }
  const tops = new Set(files.map((file) => file.split('/')[1]));
  expect(tops).toEqual(new Set(['node_modules', 'out', 'package.json']));
  const packages = new Set(files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]));
  expect([...packages]).toEqual(['better-sqlite3']);
  expect(files.filter((file) => /\.(ts|tsx|map|md|cpp|c|h|gyp)$/.test(file))).toEqual([]);
});

it.each([
  ['linux-unpacked', 'linux-x64.node'],
  ['win-unpacked', 'win32-x64.node'],
])('%s carries the one native module of its platform, outside the archive', (platform, native) => {
  const prebuilds = join(packed(platform), 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
  expect(readdirSync(prebuilds)).toEqual([native]);
});

it('runs from the package alone', async () => {
  const place = join(folder, 'installed');
  await runProcess(tool('asar'), ['extract', join(packed('linux-unpacked'), 'app.asar'), place]);
  cpSync(join(packed('linux-unpacked'), 'app.asar.unpacked'), place, { recursive: true });
  const userData = join(folder, 'userData');
  const input = JSON.stringify({ name: '包', kind: 'empty' });
  const args = [
    join(place, 'out', 'main', 'cli.js'),
    'call',
    'workspace.create',
    input,
    '--json',
    '--user-data',
    userData,
  ];
  const { out, err } = await runProcess(nodeBinary, args, { cwd: folder });
  expect(err).toBe('');
  const made = JSON.parse(out) as { value: { path: string } };
  expect(existsSync(made.value.path)).toBe(true);
});
