import { cpSync, mkdirSync, mkdtempSync, existsSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { runProcess, startProcess } from '#tests/support/runProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kongdan-start-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a plain terminal: nothing of npm, no display, English. */
function terminal(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|DISPLAY$|WAYLAND|VITEST|NODE_)/.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

const start = join(repositoryFolder, 'scripts', 'start.mjs');
const link = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/;

/** A start on this test's own folder. */
const args = () => [start, '--no-open', '--user-data', folder];

describe('a start', () => {
  it('says in one line where the program is, and ends cleanly with Ctrl+C', async () => {
    const program = startProcess(nodeBinary, args(), { env: terminal() });
    const [url] = await program.waitFor(link);
    expect((await fetch(url)).status).toBe(200);
    program.signal('SIGINT');
    const { code, out } = await program.ended;
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(out).toMatch(/\(there is no display|Electron does not run as root\)/);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'host.json'))).toBe(false);
  });

  it('leads to the running program instead of starting a second one', async () => {
    const first = startProcess(nodeBinary, args(), { env: terminal() });
    const [firstUrl] = await first.waitFor(link);
    const second = await runProcess(nodeBinary, args(), { env: terminal() });
    const [secondUrl = ''] = second.out.match(link) ?? [];
    expect(second.out).toContain('running already');
    expect(second.code).toBe(0);
    expect(new URL(secondUrl).origin).toBe(new URL(firstUrl).origin);
    expect(secondUrl).not.toBe(firstUrl);
    first.signal('SIGINT');
    expect((await first.ended).code).toBe(0);
  });

  it.each([
    ['empty', { HOME: '' }],
    ['unset', { HOME: undefined }],
  ])('works with HOME %s', async (_what, env) => {
    // XDG_CONFIG_HOME keeps the test out of the home of whoever runs it.
    const program = startProcess(nodeBinary, [start, '--no-open'], {
      env: terminal({ ...env, XDG_CONFIG_HOME: folder }),
    });
    await program.waitFor(link);
    program.signal('SIGINT');
    expect((await program.ended).code).toBe(0);
    expect(existsSync(join(folder, 'Kongdan'))).toBe(true);
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as { port: number };
    const { code, err } = await runProcess(nodeBinary, [...args(), '--port', String(port)], { env: terminal() });
    other.close();
    expect(err).toContain(`Port ${port} is taken`);
    expect(code).toBe(1);
  });

  it('says which flags there are when one is wrong', async () => {
    const { code, err } = await runProcess(nodeBinary, [...args(), '--frob'], { env: terminal() });
    expect(err).toContain('--workspace FILE');
    expect(code).toBe(1);
  });
});

/** A registry that nobody serves, and npm as patient as it is: minutes of silence are not for the person. */
const offline = () => terminal({ npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(folder, 'cache') });

describe('set-up in a fresh copy', () => {
  let copy: string;
  beforeEach(() => {
    copy = join(folder, 'copy');
    mkdirSync(copy);
    for (const name of ['scripts', 'package.json', 'package-lock.json', '.npmrc']) {
      cpSync(join(repositoryFolder, name), join(copy, name), { recursive: true });
    }
  });
  const run = (options: { uid?: number } = {}) =>
    runProcess(nodeBinary, [join(copy, 'scripts', 'start.mjs'), '--no-open'], {
      cwd: copy,
      env: offline(),
      ...options,
    });

  it('says that there is no network, and leaves nothing that a later start would take for complete', async () => {
    const first = await run();
    expect(first.err).toContain('the npm registry cannot be reached');
    expect(first.code).toBe(1);
    expect(existsSync(join(copy, 'node_modules'))).toBe(false);
    expect(existsSync(join(copy, 'out'))).toBe(false);
    expect((await run()).err).toContain('the npm registry cannot be reached');
  });

  it('repeats an installation that was broken off', async () => {
    mkdirSync(join(copy, 'node_modules', 'electron'), { recursive: true });
    writeFileSync(join(copy, 'node_modules', 'electron', 'package.json'), '{}');
    expect((await run()).err).toContain('Installing dependencies');
  });

  it('says that it may not write into the folder', async () => {
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(copy, 0o555);
    const { code, err } = await run(isRoot ? { uid: 65_534 } : {});
    if (!isRoot) chmodSync(copy, 0o755);
    expect(err).toContain('cannot be written (EACCES)');
    expect(code).toBe(1);
    expect(existsSync(join(copy, 'node_modules'))).toBe(false);
  });
});

// Plain JavaScript that TypeScript does not look into.
// oxlint-disable-next-line typescript/no-explicit-any
const part = (name: string): Promise<any> =>
  import(/* @vite-ignore */ pathToFileURL(join(repositoryFolder, 'scripts', 'setup', name)).href);

describe('parts of set-up', () => {
  it('refuses a Node that is too old in words', async () => {
    const { requireSetupNode, isAtLeast } = await part('nodeVersion.mjs');
    expect(() => requireSetupNode('16.20.2')).toThrow(/needs Node 18\.0\.0 or newer.*this is Node 16\.20\.2/s);
    expect(() => requireSetupNode('18.0.0')).not.toThrow();
    expect(isAtLeast('22.11.9', '22.12.0')).toBe(false);
    expect(isAtLeast('22.12.0', '22.12.0')).toBe(true);
    expect(isAtLeast('100.0.0', '22.12.0')).toBe(true);
  });

  it('opens Electron only where it can run', async () => {
    const { electronObstacle } = await part('electronBinary.mjs');
    expect(electronObstacle('linux', {}, 1000)).toContain('no display');
    expect(electronObstacle('linux', { DISPLAY: ':0' }, 0)).toContain('root');
    expect(electronObstacle('linux', { DISPLAY: ':0' }, 1000)).toBe(null);
    expect(electronObstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBe(null);
    expect(electronObstacle('win32', {}, null)).toBe(null);
  });

  it('opens a browser only where there is a display', async () => {
    const { openCommand } = await part('openBrowser.mjs');
    expect(openCommand('http://x', 'linux', {})).toBe(null);
    expect(openCommand('http://x', 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', 'http://x']);
    expect(openCommand('http://x', 'darwin', {})).toEqual(['open', 'http://x']);
  });
});
