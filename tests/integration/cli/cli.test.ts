import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allOperations } from '#shared/contract/allOperations.ts';
import { nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { launchHost } from '#tests/support/launchHost.ts';
import { runProcess } from '#tests/support/runProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kongdan-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = join(repositoryFolder, 'bin', 'kongdan.mjs');
/** Runs the command line on this test's own folder, in English. */
const kongdan = (args: readonly string[], input = '') =>
  runProcess(nodeBinary, [entry, ...args, '--user-data', folder], {
    input,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', KONGDAN_CHECK: '1' },
  });

describe('wrong use ends with 2 and says what is wrong', () => {
  it.each([
    [['frob'], 'There is no command "frob"'],
    [['call'], 'Use: kongdan call OPERATION'],
    [['call', 'workspace.status', '{'], 'The input is not JSON'],
    [['call', 'nothing.here'], 'There is no operation "nothing.here"'],
    [['call', 'workspace.status', '{}', 'surplus'], 'Use: kongdan call OPERATION'],
    [['serve', '--port', 'eighty'], '--port takes a number'],
    [['serve', '--port', '70000'], '--port takes a number'],
    [['serve', '--frob'], "Unknown option '--frob'"],
    [['seed', '--size', 'huge'], '--size takes demo, medium, large'],
    [['import'], 'Name at least one file'],
    [['operations', 'nothing.here'], 'There is no operation'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await kongdan(args);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('prints the help when nothing is asked for', async () => {
    const { code, out } = await runProcess(nodeBinary, [entry]);
    expect(out).toContain('kongdan COMMAND');
    expect(code).toBe(2);
  });
});

it('explains each command', async () => {
  for (const name of ['serve', 'stop', 'seed', 'import', 'call', 'operations']) {
    const { code, out } = await kongdan(['help', name]);
    expect(out).toContain(`kongdan ${name} `);
    expect(code).toBe(0);
  }
});

it('lists every operation with the schema of its input', async () => {
  const { code, out } = await kongdan(['operations', '--json']);
  const listed = JSON.parse(out) as { name: string; input: object }[];
  expect(code).toBe(0);
  expect(listed.map(({ name }) => name)).toEqual([...allOperations.keys()]);
  expect(listed.find(({ name }) => name === 'workspace.create')?.input).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['name', 'kind']),
  });
});

describe('calls', () => {
  it('prints the answer as JSON, with the input from the command line or standard input', async () => {
    const typed = await kongdan(['call', 'settings.set', '{"theme":"dark"}']);
    expect(JSON.parse(typed.out)).toMatchObject({ theme: 'dark' });
    const piped = await kongdan(['call', 'settings.set', '-', '--json'], '{"theme":"light"}');
    expect(JSON.parse(piped.out)).toMatchObject({ ok: true, value: { theme: 'light' } });
    expect(piped.code).toBe(0);
  });

  it('tells a failure in words, or as JSON for scripts, and ends with 1', async () => {
    const missing = JSON.stringify({ path: join(folder, 'none.kongdan') });
    const words = await kongdan(['call', 'workspace.open', missing]);
    expect(words.code).toBe(1);
    expect(words.err).toContain('(notFoundFile)');
    expect(words.out).toBe('');
    const json = await kongdan(['call', 'workspace.open', missing, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { type: 'notFoundFile' } });
    expect(json.err).toBe('');
  });

  it('speaks the language of the terminal', async () => {
    const { err } = await runProcess(nodeBinary, [entry, 'call', 'pipeline.list', '--user-data', folder], {
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(err).toContain('No workspace was used here before');
    const chinese = await runProcess(
      nodeBinary,
      [entry, 'call', 'workspace.open', '{"path":"/none"}', '--user-data', folder],
      { env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } },
    );
    expect(chinese.err).toMatch(/\p{Script=Han}/u);
  });

  it('names the wrong part of an input', async () => {
    const { code, err } = await kongdan(['call', 'settings.set', '{"theme":"blue"}']);
    expect(err).toContain('theme');
    expect(err).toContain('(invalidInput)');
    expect(code).toBe(1);
  });
});

const create = (name: string) =>
  kongdan(['call', 'workspace.create', JSON.stringify({ name, kind: 'empty' }), '--json']);
const pathOf = (out: string) => (JSON.parse(out) as { value: { path: string } }).value.path;
const nameOf = (out: string) => (JSON.parse(out) as { open: { name: string } | null }).open?.name;
/** Any operation that needs a workspace, then what is open. */
const members = (...more: readonly string[]) => kongdan(['call', 'settings.members', '{}', ...more]);

it('attaches a file and writes a copy of it, in a core of its own and in a running host', async () => {
  await create('文件');
  const source = join(folder, '行业分析报告.pdf');
  writeFileSync(source, '%PDF-1.4 分析');
  const attach = async (name: string) => {
    const account = await kongdan(['call', 'account.create', JSON.stringify({ fields: { name } })]);
    const target = { entity: 'account', id: (JSON.parse(account.out) as { id: string }).id };
    const attached = await kongdan(['call', 'document.attach', JSON.stringify({ target }), '--file', source]);
    expect(attached.err).toBe('');
    const { documents } = JSON.parse(attached.out) as { documents: { id: string; name: string }[] };
    expect(documents.map((document) => document.name)).toEqual(['行业分析报告.pdf']);
    const path = join(folder, `${name}.pdf`);
    await kongdan(['call', 'document.saveCopy', JSON.stringify({ id: documents[0]?.id, path })]);
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.4 分析');
  };
  await attach('望澜医院');
  const host = await launchHost({ userDataFolder: folder });
  try {
    await attach('澜川医院');
  } finally {
    await host.stop();
  }
  const none = await kongdan(['call', 'document.attach', '{}', '--file', join(folder, 'none.pdf')]);
  expect(none.err).toContain('There is no file');
  expect(none.code).toBe(1);
  expect((await kongdan(['call', 'document.attach', '[]', '--file', source])).code).toBe(2);
});

describe('workspaces', () => {
  it('works on the one used last unless another is named', async () => {
    const first = pathOf((await create('一')).out);
    await create('二');
    expect((await members()).code).toBe(0);
    expect((await members('--workspace', first)).code).toBe(0);
    const recent = await kongdan(['call', 'workspace.recent']);
    expect((JSON.parse(recent.out) as { path: string }[])[0]?.path).toBe(first);
  });

  it('says when there is none', async () => {
    const { code, err } = await members();
    expect(err).toContain('--workspace FILE');
    expect(code).toBe(1);
  });

  it('says what is wrong with a file that is no workspace', async () => {
    const file = join(folder, 'letter.kongdan');
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(400));
    const { code, err } = await members('--workspace', file);
    expect(err).toContain('(notAWorkspace)');
    expect(code).toBe(1);
  });

  it('hands over to the running host, which holds the workspace', async () => {
    const path = pathOf((await create('共用')).out);
    const host = await launchHost({ userDataFolder: folder, workspace: path });
    try {
      const here = await kongdan(['call', 'workspace.status', '{}']);
      expect(nameOf(here.out)).toBe('共用');
      expect((await members('--workspace', path)).code).toBe(0);
      const other = await members('--workspace', join(folder, 'other.kongdan'));
      expect(other.err).toContain('The running Kongdan has');
      expect(other.code).toBe(1);
    } finally {
      await host.stop();
    }
  });

  it('says who holds a workspace that another user data folder has open', async () => {
    const path = pathOf((await create('锁')).out);
    const host = await launchHost({ workspace: path });
    try {
      const { code, err } = await members('--workspace', path);
      expect(err).toContain('(locked)');
      expect(code).toBe(1);
    } finally {
      await host.stop();
    }
    expect((await members('--workspace', path)).code).toBe(0);
  });
});

describe('the served program', () => {
  it('is told a second time instead of started, and ends with "stop"', async () => {
    const host = await launchHost({ userDataFolder: folder });
    const second = await kongdan(['serve', '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ running: true, pid: host.pid });
    expect(second.code).toBe(0);
    const stopped = await kongdan(['stop', '--json']);
    expect(JSON.parse(stopped.out)).toEqual({ stopped: true });
    expect(await host.stop()).toBe(0);
    expect(JSON.parse((await kongdan(['stop', '--json'])).out)).toEqual({ stopped: false });
  });

  it('says that its port is taken', async () => {
    const host = await launchHost();
    const port = new URL(host.address).port;
    const { code, err } = await kongdan(['serve', '--port', port]);
    await host.stop();
    expect(err).toContain(`Port ${port} is taken`);
    expect(code).toBe(1);
  });

  it('does not start when the workspace that was named cannot be opened', async () => {
    const { code, err } = await kongdan(['serve', '--workspace', join(folder, 'none.kongdan')]);
    expect(err).toContain('(notFoundFile)');
    expect(code).toBe(1);
  });
});
