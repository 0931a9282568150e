import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** Where personal state and new workspaces go. */
export interface Folders {
  readonly userDataFolder: string;
  readonly workspacesFolder: string;
}

/**
 * The person's home. `HOME` may be unset or empty (services, containers): then the account's own entry counts. Null when
 * the account has no home at all.
 */
function findHome(): string | null {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const home = ask();
      if (home !== '') return home;
    } catch {
      // The account is not listed, as in some containers; the next way may know.
    }
  }
  return null;
}

/**
 * The folders of this person by the custom of the system, the same that the desktop program uses. A user data folder
 * given by hand holds everything, workspaces included, so that a trial leaves no traces elsewhere. Null when none is
 * given and the account has no home.
 */
export function findFolders(
  given: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Folders | null {
  if (given !== undefined && given !== '') {
    const userDataFolder = resolve(given);
    return { userDataFolder, workspacesFolder: join(userDataFolder, 'workspaces') };
  }
  const home = findHome();
  if (home === null) return null;
  const settings =
    platform === 'win32'
      ? env['APPDATA'] || join(home, 'AppData', 'Roaming')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : env['XDG_CONFIG_HOME'] || join(home, '.config');
  return { userDataFolder: join(settings, 'Kongdan'), workspacesFolder: join(home, 'Documents', 'Kongdan') };
}
