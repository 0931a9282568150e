import { text } from 'node:stream/consumers';
import type { Envelope } from '#electron/core/types.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { type BuiltFiles, type CliContext, CliFailure } from './command.ts';
import { type CoreAccess, openCoreAccess } from './coreAccess.ts';
import type { Folders } from './folders.ts';
import { inWords } from './inWords.ts';
import { openOwnCore } from './openOwnCore.ts';
import { stopRunningHost } from './stopRunningHost.ts';
import { startOwnHost } from './startOwnHost.ts';

/** The context of one run of the command line; `end` closes what was opened. */
export function createContext(given: {
  readonly folders: Folders;
  readonly files: BuiltFiles;
  readonly json: boolean;
  readonly workspace: string | undefined;
}): CliContext & { end(): Promise<void> } {
  const { folders, files, json, workspace } = given;
  const openCore = (unattended: boolean) => openOwnCore(folders, files.workerFile, unattended);
  let access: Promise<CoreAccess> | null = null;
  const core = (): Promise<CoreAccess> => (access ??= openCoreAccess(folders.userDataFolder, () => openCore(true)));
  let workspaceReady: Promise<void> | null = null;
  return {
    json,
    workspace,
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void (json || process.stderr.write(`${line}\n`)),
    readStandardInput: () => text(process.stdin),
    async call(operation, input) {
      const opened = await core();
      if (operation.needsWorkspace) await (workspaceReady ??= openWorkspace(opened, workspace));
      return expectValue(await opened.invoke(operation.name, input));
    },
    handFile: async (path) => (await core()).handFile(path),
    startHost: (port) => startOwnHost(folders, files.rendererFolder, port, () => openCore(false)),
    stopHost: () => stopRunningHost(folders.userDataFolder),
    async end() {
      if (access !== null) await (await access).close();
    },
  };
}

/** Opens the workspace that was named, or the one used last; a host that has one open keeps it. */
async function openWorkspace(access: CoreAccess, named: string | undefined): Promise<void> {
  const status = expectValue(await access.invoke(workspaceContract.status.name, {})) as {
    open: { path: string } | null;
  };
  if (status.open !== null) {
    if (named === undefined || named === status.open.path) return;
    const message =
      `The running Kongdan has ${status.open.path} open. ` +
      'Close that workspace there first, or work apart from it with --user-data DIR.';
    throw new CliFailure(message, 1, { type: 'otherWorkspaceOpen' });
  }
  let path = named;
  if (path === undefined) {
    const recent = expectValue(await access.invoke(workspaceContract.recent.name, {}));
    path = (recent as { path: string; exists: boolean }[]).find(({ exists }) => exists)?.path;
  }
  if (path === undefined) {
    throw new CliFailure('No workspace was used here before. Say which one: --workspace FILE.', 1, {
      type: 'noWorkspace',
    });
  }
  expectValue(await access.invoke(workspaceContract.open.name, { path }));
}

function expectValue<Value>(envelope: Envelope): Value {
  if (envelope.ok) return envelope.value as Value;
  throw new CliFailure(inWords(envelope.error), 1, envelope.error);
}
