import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './fail.mjs';
import { childEnvironment } from './home.mjs';
import { requireWritable, root } from './root.mjs';

const sources = ['db', 'electron', 'renderer', 'resources', 'shared'];
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts'];
const out = join(root, 'out');
const stampFile = join(out, '.sources');

/**
 * Builds into `out` when the sources differ from those of the last build (by content, so that switching branches works).
 * The build is made beside and then put in place, so a failed or interrupted one leaves the last good one usable.
 */
export async function buildProgram(node, say, { force = false } = {}) {
  const wanted = hashSources();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  requireWritable();
  say('Building …');
  dropAbandoned();
  const beside = join(root, `.cache/build-${process.pid}`);
  const { code, output } = await runBuild(node, beside);
  if (code !== 0) {
    rmSync(beside, { recursive: true, force: true });
    throw new SetupError(`the program could not be built. The build said:\n\n${output.trim()}`);
  }
  writeFileSync(join(beside, '.sources'), wanted);
  const old = join(root, `.cache/old-${process.pid}`);
  if (existsSync(out)) renameSync(out, old);
  renameSync(beside, out);
  rmSync(old, { recursive: true, force: true });
  return true;
}

/** Removes what builds that were killed have left; a build that still runs keeps its folder. */
function dropAbandoned() {
  const cache = join(root, '.cache');
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const pid = /^(?:build|old)-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function hashSources() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  for (const file of files) add(file);
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else if (entry.isFile()) add(`${folder}/${entry.name}`);
    }
  };
  for (const folder of sources) if (existsSync(join(root, folder))) walk(folder);
  return hash.digest('hex');
}

function runBuild(node, target) {
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(node, [script, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...childEnvironment(), KONGDAN_BUILD_FOLDER: target, NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
