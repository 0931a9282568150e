import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readInstance, type HostInstance } from './instanceFile.ts';
import { nodeHttp } from './nodeHttp.ts';

/**
 * The request was not answered by a host that knows us: nobody listens (`refused`), another program has taken the port
 * (`foreign`), or no answer came in time (`silent`).
 */
export type Unreachable = { readonly type: 'unreachable'; readonly why: 'refused' | 'foreign' | 'silent' };

/**
 * Asks a running host for something under `/api/control/`, which only holders of the secret may use. Anything but an
 * answer in time by that very host is `unreachable`; `timeout` is in milliseconds, null waits as long as it takes.
 */
export function askRunningHost(
  instance: HostInstance,
  call: 'link' | 'invoke' | 'file' | 'stop',
  body: unknown,
  timeout: number | null = 3000,
): Promise<Result<unknown, Unreachable>> {
  return new Promise((resolve) => {
    const unreachable = (why: Unreachable['why']): void => {
      resolve(err({ type: 'unreachable', why }));
    };
    if (instance.port === null) {
      unreachable('silent');
      return;
    }
    const text = JSON.stringify(body);
    const asking = nodeHttp.request({
      host: '127.0.0.1',
      port: instance.port,
      method: 'POST',
      path: `/api/control/${call}`,
      headers: {
        authorization: `Control ${instance.secret}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
      agent: false,
    });
    if (timeout !== null) asking.setTimeout(timeout, () => asking.destroy());
    asking.on('error', (error: NodeJS.ErrnoException) =>
      unreachable(error.code === 'ECONNREFUSED' ? 'refused' : 'silent'),
    );
    asking.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => unreachable('silent'));
      answer.on('end', () => {
        try {
          if (answer.statusCode !== 200) unreachable('foreign');
          else resolve(ok(JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown));
        } catch {
          unreachable('foreign');
        }
      });
    });
    asking.end(text);
  });
}

/** What became of looking for a host: found with a fresh link, surely gone, or alive without answering. */
export type Found =
  | { readonly type: 'running'; readonly instance: HostInstance; readonly url: string }
  | { readonly type: 'none' }
  | { readonly type: 'unresponsive'; readonly pid: number };

/** A host that has not said its port after this long was killed while starting, milliseconds. */
const longestStart = 60_000;

/**
 * Looks for the host of a user data folder, patiently: a host that is still starting, or busy, is waited for up to
 * `patience` milliseconds. `none` is only said when the process is gone or its port belongs to somebody else.
 */
export async function findRunningHost(userDataFolder: string, now: () => number, patience = 20_000): Promise<Found> {
  const begun = now();
  for (;;) {
    const instance = readInstance(userDataFolder);
    if (instance === null || !isAlive(instance.pid)) return { type: 'none' };
    if (instance.port === null && Math.abs(now() - instance.startedAt) > longestStart) return { type: 'none' };
    const answer = await askRunningHost(instance, 'link', {});
    if (answer.ok) {
      const { url } = answer.value as { url: string };
      return { type: 'running', instance, url };
    }
    if (answer.error.why !== 'silent') return { type: 'none' };
    if (now() - begun > patience) return { type: 'unresponsive', pid: instance.pid };
    await wait(100);
  }
}

/** Whether a process of this number exists; another program may have got the number since. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
