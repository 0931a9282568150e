import { type ChildProcess, spawn } from 'node:child_process';

/** What a process said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process in a group of its own, as from a terminal. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the match once standard output has it; rejects with everything said when the process ends before. */
  waitFor(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Sends a signal to the whole group, as the terminal does for Ctrl+C. */
  signal(signal: NodeJS.Signals): void;
}

/** How to start it. */
export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment; that of the tests when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Run as this account (only root may). */
  readonly uid?: number;
}

/** Starts a program and collects what it says. */
export function startProcess(file: string, args: readonly string[], options: RunOptions = {}): Running {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return {
    child,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = out.match(pattern);
          if (match !== null) resolve(match);
        };
        child.stdout.on('data', look);
        look();
        void ended.then(() => reject(new Error(`it ended without ${String(pattern)}: ${out}${err}`)), reject);
      }),
    signal: (signal) => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(0 - child.pid, signal);
    },
  };
}

/** Runs a program to its end. */
export const runProcess = (file: string, args: readonly string[], options?: RunOptions): Promise<Ended> =>
  startProcess(file, args, options).ended;
