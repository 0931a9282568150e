import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { builtFile, nodeBinary } from './builtProgram.ts';

/** A browser host of the built program in a process of its own. */
export interface LaunchedHost {
  /** Link with a one-time token: open it once. */
  readonly url: string;
  /** `http://127.0.0.1:PORT`, without a token. */
  readonly address: string;
  readonly pid: number;
  readonly userDataFolder: string;
  /** A fresh link, for a second page or browser. */
  newLink(): Promise<string>;
  /** Calls an operation as the command line does; for preparing and checking data. Answers the envelope. */
  call(
    operation: string,
    input: unknown,
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: { type: string } }>;
  /** Makes a file of this machine known to the core; answers the handle. */
  handFile(path: string): Promise<string>;
  /** Everything the host wrote to standard error so far. */
  readonly errors: () => string;
  /** Ends it as Ctrl+C does, waits, and removes the folder if it was made here. Answers the exit code. */
  stop(): Promise<number | null>;
  /** Kills it as a crash would; the folder stays. */
  kill(): Promise<void>;
}

/** How to start it; everything has a default. */
export interface LaunchOptions {
  /** Reuses a folder (and leaves it there); a fresh one, removed at the end, when left out. */
  readonly userDataFolder?: string;
  /** Workspace file to open at the start. */
  readonly workspace?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built host on a fresh user data folder and waits until it serves. Rejects with what it said otherwise. */
export async function launchHost(options: LaunchOptions = {}): Promise<LaunchedHost> {
  const userDataFolder = options.userDataFolder ?? mkdtempSync(join(tmpdir(), 'kongdan-host-'));
  const args = [builtFile('main', 'cli.js'), 'serve', '--json', '--user-data', userDataFolder];
  if (options.workspace !== undefined) args.push('--workspace', options.workspace);
  if (options.port !== undefined) args.push('--port', String(options.port));
  const child = spawn(nodeBinary, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KONGDAN_CHECK: '1', ...options.env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // A test that fails before `stop` must not leave its host behind.
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.removeListener('exit', killAtExit));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void ended.then((code) => reject(new Error(`the host ended with ${code}: ${errors}`)));
  });
  const said = JSON.parse(line) as { url?: string; message?: string };
  if (said.url === undefined) throw new Error(`the host did not start: ${said.message ?? line}`);
  const { url } = said;
  const address = new URL(url).origin;
  const control = async (call: string, body: unknown): Promise<unknown> => {
    const { secret } = JSON.parse(readFileSync(join(userDataFolder, 'host.json'), 'utf8')) as { secret: string };
    const answer = await fetch(`${address}/api/control/${call}`, {
      method: 'POST',
      headers: { authorization: `Control ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const removeFolder = (): void => {
    if (options.userDataFolder === undefined) rmSync(userDataFolder, { recursive: true, force: true });
  };
  return {
    url,
    address,
    pid: child.pid ?? 0,
    userDataFolder,
    newLink: async () => ((await control('link', {})) as { url: string }).url,
    call: async (operation, input) =>
      (await control('invoke', { operation, input })) as Awaited<ReturnType<LaunchedHost['call']>>,
    handFile: async (path) => ((await control('file', { path })) as { handle: string }).handle,
    errors: () => errors,
    async stop() {
      if (child.exitCode === null) child.kill('SIGINT');
      const code = await ended;
      removeFolder();
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
