import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import { createCore } from '#electron/core/createCore.ts';
import type { Core } from '#electron/core/types.ts';
import { findRunningHost } from '#electron/host/askRunningHost.ts';
import { registerAppScheme, serveApp } from '#electron/shell/appProtocol.ts';
import { setApplicationMenu } from '#electron/shell/applicationMenu.ts';
import { handleBridge } from '#electron/shell/bridgeHandlers.ts';
import { channels } from '#electron/shell/channels.ts';
import { lockDown } from '#electron/shell/lockDown.ts';
import { openMainWindow } from '#electron/shell/mainWindow.ts';
import { startReminders } from '#electron/shell/reminders.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { errorText } from '#shared/i18n/errorText.ts';
import { nearestLanguage } from '#shared/i18n/language.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

/** Built files beside the main bundle. */
export interface DesktopFiles {
  readonly workerFile: URL;
  readonly preloadFile: URL;
  readonly rendererFolder: URL;
}

/** Boots the desktop program: one instance per user data folder, core, page, window; and ends it in order. */
export function runDesktop(files: DesktopFiles): void {
  const flags = readFlags(process.argv);
  if (flags.userData !== undefined) app.setPath('userData', flags.userData);
  registerAppScheme();
  if (!app.requestSingleInstanceLock({ workspace: flags.workspace ?? null })) {
    app.quit();
    return;
  }
  let core: Core | null = null;
  let window: BrowserWindow | null = null;
  let ending = false;
  let endReminders: (() => void) | null = null;
  const open = (): void => {
    const preloadFile = fileURLToPath(files.preloadFile);
    window = openMainWindow({ userDataFolder: app.getPath('userData'), preloadFile });
    window.once('closed', () => {
      window = null;
    });
  };
  const show = (): void => {
    if (window === null) open();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  };
  app.on('second-instance', () => {
    if (window !== null) show();
  });
  app.on('activate', () => {
    if (core !== null && window === null) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (core === null) return;
    // The windows are gone; the workspace is closed properly before the process ends.
    event.preventDefault();
    if (ending) return;
    ending = true;
    endReminders?.();
    void core.close().finally(() => app.exit(0));
  });
  const start = async (): Promise<void> => {
    core = await boot(files, flags);
    if (core === null) return;
    core.subscribe((event) => window?.webContents.send(channels.event, event));
    handleBridge(core);
    open();
    endReminders = startReminders(core, {
      show,
      quickLog: () => {
        show();
        window?.webContents.send(channels.event, { type: 'ask', command: 'activity.log' } satisfies CoreEvent);
      },
    });
  };
  void start().catch((error: unknown) => {
    dialog.showErrorBox('Kongdan', error instanceof Error ? (error.stack ?? error.message) : String(error));
    app.exit(1);
  });
}

/** Null when a browser host serves the same folder: the person is led to its page instead. */
async function boot(files: DesktopFiles, flags: Flags): Promise<Core | null> {
  await app.whenReady();
  const userDataFolder = app.getPath('userData');
  const found = await findRunningHost(userDataFolder, Date.now);
  if (found.type === 'running') {
    await shell.openExternal(found.url);
    app.exit(0);
    return null;
  }
  setApplicationMenu();
  lockDown(session.defaultSession);
  serveApp(session.defaultSession, fileURLToPath(files.rendererFolder));
  const core = await createCore({
    userDataFolder,
    workspacesFolder:
      flags.userData === undefined ? join(app.getPath('documents'), 'Kongdan') : join(userDataFolder, 'workspaces'),
    now: Date.now,
    randomBytes: (length) => randomBytes(length),
    workerFile: files.workerFile,
    logLevel: 'info',
    checkOutputs: !app.isPackaged,
  });
  if (flags.workspace !== undefined) await openWorkspace(core, flags.workspace);
  return core;
}

/** A workspace named on the command line that cannot be opened is told; the program then starts without it. */
async function openWorkspace(core: Core, path: string): Promise<void> {
  const answer = await core.invoke(workspaceContract.open.name, { path }, { door: 'screen' });
  if (answer.ok) return;
  const { title, detail } = errorText(answer.error, createTranslator(nearestLanguage([app.getLocale()])));
  dialog.showErrorBox('Kongdan', `${path}\n\n${title}\n${detail}`);
}

interface Flags {
  readonly userData: string | undefined;
  readonly workspace: string | undefined;
}

/** Chromium adds switches of its own to the command line, so unknown ones are not an error. */
function readFlags(argv: readonly string[]): Flags {
  const options = { 'user-data': { type: 'string' }, workspace: { type: 'string' } } as const;
  const { values } = parseArgs({ args: argv.slice(1), options, strict: false, allowPositionals: true });
  return { userData: absolute(values['user-data']), workspace: absolute(values['workspace']) };
}

const absolute = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? resolve(value) : undefined;
