// `npm run dev`: the page from Vite's development server (changes appear at once), the core from a browser host that is
// built anew and restarted when its sources change. Data lives in .cache/dev, apart from the person's own.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildProgram } from './setup/buildProgram.mjs';
import { runScript } from './setup/fail.mjs';
import { childEnvironment } from './setup/home.mjs';
import { openBrowser } from './setup/openBrowser.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';

await runScript(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'user-data': { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const node = await prepare(sayProgress);
  await buildProgram(node, sayProgress);
  const userData = values['user-data'] ?? join(root, '.cache', 'dev');
  let host = await startHost(node, userData);
  const page = spawn(node, [join(root, 'scripts/steps/devServer.mjs'), userData, values.port ?? '5173'], {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  createInterface({ input: page.stdout }).on('line', (line) => {
    process.stdout.write(`${line}\n`);
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined && !values['no-open']) openBrowser(address);
  });
  watchCore(async () => {
    try {
      if (!(await buildProgram(node, sayProgress))) return;
      await stopHost(host);
      host = await startHost(node, userData);
      page.send('reload');
    } catch (error) {
      sayProgress(error.message);
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => page.kill('SIGTERM'));
  await new Promise((resolve) => page.on('exit', resolve));
  await stopHost(host);
  process.exit(0);
});

async function startHost(node, userData) {
  const args = [join(root, 'out/main/cli.js'), 'serve', '--json', '--user-data', userData];
  const env = { ...childEnvironment(), KONGDAN_CHECK: '1', KONGDAN_LOG: 'debug' };
  const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  await new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  return child;
}

function stopHost(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  return ended;
}

/** Calls once things have been quiet for a moment; a build in progress is followed by one more. */
function watchCore(rebuild) {
  let timer = null;
  let working = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (working = working.then(rebuild)), 200);
  };
  for (const folder of ['electron', 'db', 'shared']) watch(join(root, folder), { recursive: true }, soon);
}
