import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnvironment } from './home.mjs';
import { root } from './root.mjs';

const packageFolder = join(root, 'node_modules', 'electron');
const failureFile = join(root, 'node_modules', '.cache', 'kongdan', 'electron-download-failed');
/** After a failed download it is not tried again for a day, so that starts without network stay quick; milliseconds. */
const retryAfter = 24 * 60 * 60 * 1000;

/** Why the desktop program cannot be opened here, before its binary is even looked for; null when it could. */
export function electronObstacle(platform = process.platform, env = process.env, uid = process.getuid?.() ?? null) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (uid === 0) return 'Electron does not run as root';
  return null;
}

/** The Electron binary, downloaded when missing; null when it cannot be had. */
export function electronBinary(node, say, { retry = false } = {}) {
  const present = installedBinary();
  if (present !== null) return present;
  if (!retry && failedLately()) return null;
  say('Downloading Electron (once, about 120 MB; ELECTRON_MIRROR names another source) …');
  const result = spawnSync(node, [join(packageFolder, 'install.js')], {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 15 * 60 * 1000,
    windowsHide: true,
  });
  const binary = result.status === 0 ? installedBinary() : null;
  if (binary === null) rememberFailure();
  return binary;
}

function installedBinary() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const binary = join(override || join(packageFolder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

function failedLately() {
  try {
    return Date.now() - Number(readFileSync(failureFile, 'utf8')) < retryAfter;
  } catch {
    return false;
  }
}

function rememberFailure() {
  try {
    mkdirSync(dirname(failureFile), { recursive: true });
    writeFileSync(failureFile, String(Date.now()));
  } catch {
    // Then it is simply tried again.
  }
}
