import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '#electron/core/createCore.ts';
import { type Host, type HostOptions, startHost } from '#electron/host/startHost.ts';

/** A host in this process on a real core, with a small page of its own. */
export interface TestHost {
  readonly host: Host;
  readonly folder: string;
  readonly rendererFolder: string;
  readonly userDataFolder: string;
  /** Swaps a fresh link for a session token. */
  signIn(): Promise<string>;
  close(): Promise<void>;
}

/** Options as the command line would give them, on a fresh folder. */
export function testOptions(folder: string): HostOptions {
  const rendererFolder = join(folder, 'renderer');
  const userDataFolder = join(folder, 'userData');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(rendererFolder, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return {
    openCore: () =>
      createCore({
        userDataFolder,
        workspacesFolder: join(folder, 'workspaces'),
        now: Date.now,
        randomBytes,
        workerFile: new URL('../../../electron/workers/worker.ts', import.meta.url),
        logLevel: 'silent',
        checkOutputs: true,
      }),
    userDataFolder,
    rendererFolder,
    port: 0,
    now: Date.now,
    randomBytes,
    pid: process.pid,
    uploadLimit: 100_000,
  };
}

/** Starts one on a fresh folder. */
export async function startTestHost(): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'kongdan-host-'));
  const options = testOptions(folder);
  const started = await startHost(options);
  if (!started.ok) throw new Error(`no host: ${started.error.type}`);
  const host = started.value;
  return {
    host,
    folder,
    rendererFolder: options.rendererFolder,
    userDataFolder: options.userDataFolder,
    async signIn() {
      const token = new URL(host.link()).hash.slice('#token='.length);
      const answer = await send(host, { method: 'POST', path: '/api/session', body: JSON.stringify({ token }) });
      return (JSON.parse(answer.body) as { session: string }).session;
    },
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request exactly as written: paths are not tidied and any header may be set, unlike with `fetch`. */
export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly token?: string;
}

/** The answer to one. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a request to the host. */
export function send(host: Host, { method = 'GET', path, headers, body, token }: RawRequest): Promise<RawAnswer> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port: host.port,
      method,
      path,
      headers: { ...authorization, ...headers },
      agent: false,
    });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString('utf8'),
        });
      });
    });
    asking.end(body);
  });
}
