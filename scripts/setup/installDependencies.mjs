import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './fail.mjs';
import { childEnvironment } from './home.mjs';
import { requireWritable, root } from './root.mjs';

const stampFile = join(root, 'node_modules', '.kongdan-install');
const lockFile = join(root, 'package-lock.json');

/**
 * Makes node_modules fit package-lock.json. The stamp inside node_modules is written only after npm has succeeded and npm
 * empties the folder first, so an interrupted installation is always repeated from the start.
 */
export async function installDependencies(say) {
  const wanted = `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (wasInstalledByNpm()) {
    tryWrite(wanted);
    return;
  }
  requireWritable();
  say('Installing dependencies (once, needs the network) …');
  await requireRegistry();
  rmSync(stampFile, { force: true });
  const { code, output } = await runNpm(installArguments());
  if (code !== 0) throw new SetupError(explain(code, output));
  writeFileSync(stampFile, wanted);
}

/**
 * Asks the registry whether it is there, as npm itself would (proxy and all): `npm ci` tries for many minutes without a word
 * before it gives up, and has emptied the folder by then. Any answer will do; some registries do not know the question.
 */
async function requireRegistry() {
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];
  const { code, output } = await runNpm(['ping', ...patience, '--loglevel=error']);
  if (code === 'ENOENT' || (code !== 0 && isUnreachable(output))) throw new SetupError(explain(code, output));
}

/** npm leaves its own list of what is installed; when that fits the lock, somebody ran `npm ci` by hand. */
function wasInstalledByNpm() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' ||
        (present[path] === undefined
          ? entry.optional === true && !belongsHere(entry)
          : present[path].version === entry.version && existsSync(join(root, path, 'package.json'))),
    );
  } catch {
    return false;
  }
}

/** Whether an optional package is one for this machine. */
function belongsHere({ os, cpu, libc }) {
  if (libc !== undefined || (os === undefined && cpu === undefined)) return false;
  return fits(os, process.platform) && fits(cpu, process.arch);
}

function fits(list, value) {
  return list === undefined || list.includes(value);
}

function tryWrite(wanted) {
  try {
    writeFileSync(stampFile, wanted);
  } catch {
    // A read-only checkout is fine as long as nothing has to be installed.
  }
}

/**
 * `npm ci`, except on Windows when this very process runs on the Node inside node_modules, whose file cannot be removed:
 * there `npm install` brings the folder in line with the lock in place.
 */
function installArguments() {
  const insideFolder = process.execPath.startsWith(join(root, 'node_modules'));
  const verb = process.platform === 'win32' && insideFolder ? ['install', '--no-save'] : ['ci'];
  return [...verb, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
}

function runNpm(args) {
  const { npm_execpath: npmScript, npm_node_execpath: npmNode } = process.env;
  const options = { cwd: root, env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true };
  const viaNpm = npmScript !== undefined && /npm-cli\.[cm]?js$/.test(npmScript);
  const child = viaNpm
    ? spawn(npmNode ?? process.execPath, [npmScript, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.code, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

function isUnreachable(output) {
  const signs =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i;
  return signs.test(output);
}

/** npm's failure as one paragraph with the way out. */
function explain(code, output) {
  const again = 'Nothing half-installed will be used: the next start repeats the installation.';
  if (code === 'ENOENT')
    return `npm was not found. Install Node 24 with npm (https://nodejs.org) and start again. ${again}`;
  if (isUnreachable(output)) {
    return (
      'the dependencies could not be fetched because the npm registry cannot be reached. Check the network, the proxy ' +
      `(npm config get proxy) and the registry (npm config get registry), then start again. ${again}`
    );
  }
  if (/ENOSPC/.test(output)) return `the disk is full. Make room (about 1 GB) and start again. ${again}`;
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return (
      `npm may not write into ${root} or into its cache. Give this account the right to write there ` +
      `(often files belong to root after a "sudo npm"), then start again. ${again}`
    );
  }
  if (/EUSAGE/.test(output)) {
    return `package.json and package-lock.json do not fit each other. Get a clean copy of the program (git status). ${again}`;
  }
  const tail = output.trim().split('\n').slice(-12).join('\n  ');
  return `the dependencies could not be installed (npm ended with ${code}). ${again} npm said:\n  ${tail}`;
}
