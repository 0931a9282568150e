import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { chromiumPath } from '../support/chromiumPath.ts';

type Parameters = Record<string, unknown>;
// The protocol's answers are as many as its commands; each caller states the part it reads.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

/** A DevTools connection over the pipe that Chromium was started with; events of a session are named `SESSION:METHOD`. */
export class DevTools extends EventEmitter {
  readonly #process: ChildProcess;
  readonly #write: Writable;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  #lastId = 0;
  #closed = false;

  constructor(child: ChildProcess) {
    super();
    this.setMaxListeners(0);
    this.#process = child;
    this.#write = child.stdio[3] as Writable;
    let rest = Buffer.alloc(0);
    (child.stdio[4] as Readable).on('data', (part: Buffer) => {
      rest = Buffer.concat([rest, part]);
      for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
        this.#receive(rest.subarray(0, end).toString('utf8'));
        rest = rest.subarray(end + 1);
      }
    });
    child.once('exit', () => {
      this.#closed = true;
      for (const { reject } of this.#waiting.values()) reject(new Error('Chromium has ended.'));
      this.emit('ended');
    });
    this.#write.on('error', () => {});
  }

  /** Sends a command; without a session it is for the browser. Rejects with the protocol's message. */
  send(method: string, parameters: Parameters = {}, sessionId?: string): Promise<Answer> {
    if (this.#closed) return Promise.reject(new Error('Chromium has ended.'));
    const id = (this.#lastId += 1);
    const waiting = Promise.withResolvers<Answer>();
    this.#waiting.set(id, waiting);
    this.#write.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    return waiting.promise;
  }

  /** Ends Chromium and waits until it is gone. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const ended = new Promise((done) => this.once('ended', done));
    void this.send('Browser.close').catch(() => {});
    const stuck = setTimeout(() => this.#process.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(stuck);
  }

  #receive(text: string): void {
    const message: Answer = JSON.parse(text);
    if (message.id === undefined) {
      const name = message.sessionId === undefined ? message.method : `${message.sessionId}:${message.method}`;
      this.emit(name, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.error.message));
  }
}

/** Starts Chromium without a window. `switches` are those the program or Playwright asked for. */
export function startChromium(profileFolder: string, switches: readonly string[]): DevTools {
  mkdirSync(profileFolder, { recursive: true });
  const headless = process.env['KONGDAN_STANDIN_HEADFUL'] === '1' ? [] : ['--headless=new'];
  const isRoot = process.getuid?.() === 0;
  const args = [
    ...headless,
    ...(isRoot ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--keep-alive-for-test',
    '--test-type',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--window-position=0,0',
    `--user-data-dir=${profileFolder}`,
    ...switches,
  ];
  const child = spawn(chromiumPath(), args, { stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL'));
  return new DevTools(child);
}
