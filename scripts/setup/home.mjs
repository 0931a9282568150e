import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The environment for the programs that set-up starts. Where HOME is unset or empty (services, containers), the account's
 * own home takes its place; npm's cache goes to the temporary folder when that home cannot be written.
 */
export function childEnvironment(env = process.env) {
  const result = { ...env };
  if (process.platform === 'win32') return result;
  if (!result.HOME) {
    const home = accountHome();
    if (home === null) delete result.HOME;
    else result.HOME = home;
  }
  if (!isWritable(result.HOME)) {
    const cache = join(tmpdir(), `kongdan-npm-${process.getuid()}`);
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    result.npm_config_cache = cache;
  }
  return result;
}

function accountHome() {
  try {
    return userInfo().homedir || null;
  } catch {
    // The account is not listed, as in some containers.
    return null;
  }
}

function isWritable(folder) {
  if (!folder) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
