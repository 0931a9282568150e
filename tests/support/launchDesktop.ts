import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { builtFile, repositoryFolder } from './builtProgram.ts';

/** The desktop program of the build, with its first window. */
export interface LaunchedDesktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataFolder: string;
  /** Quits as the person would, waits for the end, and removes the folder if it was made here. */
  stop(): Promise<void>;
}

/**
 * True where the tests drive real Electron (`KONGDAN_REAL_ELECTRON=1`, the release workflow), not the stand-in.
 * `KONGDAN_PACKAGED` names the binary of a package to be driven instead of the build.
 */
export const onRealElectron = process.env['KONGDAN_REAL_ELECTRON'] === '1';

/**
 * Starts the built main process: on the stand-in, which drives Chromium, unless real Electron is asked for. Tests may
 * replace functions of Electron's objects through `app.evaluate`, the same way on both.
 */
export async function launchDesktop(
  options: { readonly userDataFolder?: string; readonly args?: readonly string[] } = {},
): Promise<LaunchedDesktop> {
  builtFile('main', 'main.js');
  if (!onRealElectron) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(repositoryFolder, 'tests', 'standin');
  const userDataFolder = options.userDataFolder ?? mkdtempSync(join(tmpdir(), 'kongdan-desktop-'));
  // A packaged program knows its own main file; Electron and the stand-in are told which program to run.
  const packaged = process.env['KONGDAN_PACKAGED'];
  const program = packaged === undefined ? [repositoryFolder] : [];
  const app = await _electron.launch({
    ...(packaged === undefined ? {} : { executablePath: packaged }),
    args: [...program, '--user-data', userDataFolder, ...(options.args ?? [])],
    cwd: repositoryFolder,
  });
  const page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  return {
    app,
    page,
    userDataFolder,
    async stop() {
      await app.close();
      if (options.userDataFolder === undefined) rmSync(userDataFolder, { recursive: true, force: true });
    },
  };
}
