import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Core } from '#electron/core/types.ts';
import { type Host, type HostError, startHost } from '#electron/host/startHost.ts';
import { CliFailure } from './command.ts';
import type { Folders } from './folders.ts';

/** A host of this process, or a link to the one that runs already for the same person. */
export type HostStart =
  | { readonly type: 'started'; readonly host: Host }
  | { readonly type: 'running'; readonly url: string; readonly pid: number };

/** Starts the browser host; what stands in the way is thrown in words. `port` 0 takes any free one. */
export async function startOwnHost(
  folders: Folders,
  rendererFolder: URL,
  port: number,
  openCore: () => Promise<Core>,
): Promise<HostStart> {
  const folder = fileURLToPath(rendererFolder);
  if (!existsSync(folder)) {
    throw new CliFailure('The page is not built yet. Run "npm run build".', 1, { type: 'notBuilt' });
  }
  const started = await startHost({
    openCore,
    userDataFolder: folders.userDataFolder,
    rendererFolder: folder,
    port,
    now: Date.now,
    randomBytes: (length) => randomBytes(length),
    pid: process.pid,
  });
  if (started.ok) return { type: 'started', host: started.value };
  if (started.error.type === 'running') return started.error;
  throw new CliFailure(inWords(started.error), 1, started.error);
}

function inWords(error: Exclude<HostError, { readonly type: 'running' }>): string {
  switch (error.type) {
    case 'portTaken':
      return `Port ${error.port} is taken by another program. Choose another with --port, or leave it out for any free one.`;
    case 'portForbidden':
      return `Port ${error.port} may not be used by this account. Choose one above 1023.`;
    case 'unresponsive':
      return `Kongdan is running already (process ${error.pid}) but does not answer. End that process and try again.`;
    case 'folderNotWritable':
    default:
      return `The folder ${error.path} cannot be written (${error.code}). Choose another with --user-data DIR.`;
  }
}
