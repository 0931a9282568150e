// `npm start`: sets up what is missing, builds what has changed, and opens the program: Electron where that can be, else
// the page in a browser. Runs on Node 18 and newer, with nothing installed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildProgram } from './setup/buildProgram.mjs';
import { electronBinary, electronObstacle } from './setup/electronBinary.mjs';
import { runScript, SetupError } from './setup/fail.mjs';
import { childEnvironment } from './setup/home.mjs';
import { openBrowser } from './setup/openBrowser.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';

const usage = `npm start -- [--host] [--port N] [--no-open] [--workspace FILE] [--user-data DIR]

  --host            open in the browser even where Electron could run
  --electron        try again to download Electron
  --port N          port for the browser (any free one when left out)
  --no-open         do not open the browser, only print the link
  --workspace FILE  open this workspace
  --user-data DIR   keep settings and new workspaces in this folder`;

await runScript(async () => {
  const flags = readFlags();
  if (flags.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const node = await prepare(sayProgress);
  await buildProgram(node, sayProgress);
  const passed = ['workspace', 'user-data'].flatMap((name) =>
    flags[name] === undefined ? [] : [`--${name}`, flags[name]],
  );
  let reason = flags.host || flags.port !== undefined ? 'as asked' : electronObstacle();
  if (reason === null) {
    const binary = electronBinary(node, sayProgress, { retry: flags.electron });
    if (binary === null) reason = 'the Electron binary cannot be had here';
    else {
      const code = await runElectron(binary, passed);
      if (code !== null) return code;
      reason = 'Electron could not start here';
    }
  }
  const port = flags.port === undefined ? [] : ['--port', flags.port];
  return runHost(node, [...passed, ...port], reason, !flags['no-open']);
});

function readFlags() {
  const flag = { type: 'boolean' };
  const text = { type: 'string' };
  try {
    return parseArgs({
      options: {
        host: flag,
        electron: flag,
        'no-open': flag,
        help: flag,
        port: text,
        workspace: text,
        'user-data': text,
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${usage}`);
  }
}

/** Opens the desktop program and waits for its end; null when it broke down at once, as without a usable sandbox. */
function runElectron(binary, args) {
  const begun = Date.now();
  const child = spawn(binary, [root, ...args], { cwd: process.cwd(), env: childEnvironment(), stdio: 'inherit' });
  passSignals(child);
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', (code, signal) => {
      const brokeDown = Date.now() - begun < 5000 && (code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT');
      resolve(brokeDown ? null : (code ?? 1));
    });
  });
}

/** Runs the browser host until it ends, and says in one line where it is. */
function runHost(node, args, reason, open) {
  const child = spawn(node, [join(root, 'out', 'main', 'cli.js'), 'serve', '--json', ...args], {
    cwd: process.cwd(),
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
    windowsHide: true,
  });
  passSignals(child);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line);
    if (said.url === undefined) {
      process.stderr.write(`Kongdan: ${said.message}\n`);
      return;
    }
    const text = said.running
      ? `Kongdan is running already (process ${said.pid}); open it again with ${said.url}`
      : `Kongdan opens in the browser (${reason}): ${said.url}   Ctrl+C ends it.`;
    process.stdout.write(`${text}\n`);
    if (open) openBrowser(said.url);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The terminal sends Ctrl+C to the child as well; this process stays until the child has closed the workspace. */
function passSignals(child) {
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}
