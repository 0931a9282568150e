#!/usr/bin/env node
// Plain JavaScript without dependencies, because any Node may be asked to run it: finds one that is new enough and hands
// over. The database library would crash an older one instead of saying what is wrong.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(root, 'out', 'main', 'cli.js');
const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 12);

if (!existsSync(entry)) {
  process.stderr.write(`kongdan: the program is not built yet. Run "npm start" once in ${root}.\n`);
  process.exitCode = 2;
} else if (isNewEnough) {
  await import(pathToFileURL(entry).href);
} else if (existsSync(own)) {
  const child = spawn(own, [entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    windowsHide: true,
  });
  // The terminal sends Ctrl+C to both; this process must outlive the other to pass on how it ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  });
} else {
  process.stderr.write(
    `kongdan: needs Node 22.12 or newer, and this is ${process.versions.node}. ` +
      `Run "npm start" once in ${root}, which brings one along, or install Node 24.\n`,
  );
  process.exitCode = 2;
}
