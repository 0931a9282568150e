import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { askRunningHost, findRunningHost } from '#electron/host/askRunningHost.ts';
import type { HostInstance } from '#electron/host/instanceFile.ts';
import type { Core, Envelope } from '#electron/core/types.ts';
import { CliFailure } from './command.ts';

/** One way to call operations, wherever the core runs. */
export interface CoreAccess {
  readonly where: 'here' | 'runningHost';
  invoke(operation: string, input: unknown): Promise<Envelope>;
  handFile(path: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * The core that a command talks to: the running host of this user data folder when there is one, because it holds the
 * workspace; otherwise a core of this process.
 */
export async function openCoreAccess(userDataFolder: string, openCore: () => Promise<Core>): Promise<CoreAccess> {
  const found = await findRunningHost(userDataFolder, Date.now);
  if (found.type === 'running') return remoteAccess(found.instance);
  if (found.type === 'unresponsive') {
    const text = `Kongdan is running (process ${found.pid}) but does not answer. End that process and try again.`;
    throw new CliFailure(text, 1, { type: 'unresponsive' });
  }
  const core = await openCore();
  return {
    where: 'here',
    invoke: (operation, input) => core.invoke(operation, input, { door: 'cli' }),
    handFile: async (path) => {
      const file = await readableFile(path);
      return core.registerFile(file, basename(file));
    },
    close: () => core.close(),
  };
}

function remoteAccess(instance: HostInstance): CoreAccess {
  const ask = async (call: 'invoke' | 'file', body: unknown): Promise<unknown> => {
    const answer = await askRunningHost(instance, call, body, null);
    if (answer.ok) return answer.value;
    throw new CliFailure('The running Kongdan ended before it answered.', 1, answer.error);
  };
  return {
    where: 'runningHost',
    invoke: async (operation, input) => (await ask('invoke', { operation, input })) as Envelope,
    handFile: async (path) => {
      const answer = await ask('file', { path: await readableFile(path) });
      return (answer as { handle: string }).handle;
    },
    close: () => Promise.resolve(),
  };
}

async function readableFile(path: string): Promise<string> {
  const file = resolve(path);
  try {
    if ((await stat(file)).isFile()) return file;
  } catch {
    // Told below in the same words.
  }
  throw new CliFailure(`There is no file ${file}.`, 1, { type: 'notFoundFile' });
}
