import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { childEnvironment } from '../setup/home.mjs';
import { root } from '../setup/root.mjs';

const isWindows = process.platform === 'win32';

/** Marks every process of this run, so that what is left of it can be found afterwards. */
export const runMark = `${process.pid}-${Date.now().toString(36)}`;

/**
 * Runs one step to its end in a process group of its own, and ends whatever the step has left in that group. Answers the
 * exit code, 1 when it was killed or could not start.
 */
export function runStep(node, args, env = {}) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, args, {
    cwd: root,
    env: { ...childEnvironment(), PATH: path, KONGDAN_TEST_RUN: runMark, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !isWindows,
    windowsHide: true,
  });
  const endGroup = (signal) => {
    try {
      if (isWindows || child.pid === undefined) child.kill(signal);
      else process.kill(0 - child.pid, signal);
    } catch {
      // Nothing of the group is left.
    }
  };
  const interrupt = () => {
    endGroup('SIGTERM');
    process.exitCode = 130;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
  return new Promise((resolve) => {
    const finish = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, interrupt);
      if (child.pid !== undefined) endGroup('SIGKILL');
      resolve(process.exitCode === 130 ? 130 : (code ?? 1));
    };
    child.on('error', () => finish(1));
    child.on('exit', finish);
  });
}
