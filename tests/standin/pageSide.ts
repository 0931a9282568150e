import { fromWire, toWire } from './wire.ts';

/** The binding that the preload's world calls to reach main. */
export const bindingName = '__standInToMain';
/** The function in the preload's world that main calls. */
export const receiverName = '__standInFromMain';
/** The isolated world that the preload runs in. */
export const worldName = 'Electron Isolated Context';

interface Peer {
  expose(key: string, api: unknown): void;
}
interface Reply {
  readonly kind: 'value' | 'promise' | 'error';
  readonly value?: unknown;
  readonly message?: string;
}

/**
 * One end of the bridge between the page's world and the preload's: DOM events cross worlds, objects are cloned on the
 * way, functions become numbers that the other end calls back by. Runs in both worlds, so it stands alone.
 */
export function bridgePeer(nonce: string, side: 'page' | 'preload'): Peer {
  const other = side === 'page' ? 'preload' : 'page';
  const own: ((...args: unknown[]) => unknown)[] = [];
  const stubs = new Map<number, (...args: unknown[]) => unknown>();
  const replies = new Map<number, Reply>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const exposed: { key: string; api: unknown }[] = [];
  let calls = 0;
  const say = (to: string, what: string, detail: unknown): void => {
    window.dispatchEvent(new CustomEvent(`${nonce}:${to}:${what}`, { detail }));
  };
  const hear = (what: string, listener: (detail: never) => void): void => {
    window.addEventListener(`${nonce}:${side}:${what}`, (event) => listener((event as CustomEvent).detail as never));
  };
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the text of this function is all that crosses
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  };
  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const known = own.indexOf(value as (typeof own)[number]);
      return { $function: known === -1 ? own.push(value as (typeof own)[number]) - 1 : known };
    }
    if (Array.isArray(value)) return value.map((item) => encode(item));
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  };
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => decode(item));
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    const number = (value as { $function?: number }).$function;
    if (number === undefined)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
    const stub = stubs.get(number) ?? ((...args: unknown[]) => call(number, args));
    stubs.set(number, stub);
    return stub;
  };
  const call = (number: number, args: unknown[]): unknown => {
    const id = (calls += 1);
    say(other, 'call', { id, number, args: encode(args) });
    const reply = replies.get(id);
    replies.delete(id);
    if (reply === undefined) throw new Error('The bridge is gone.');
    if (reply.kind === 'error') throw new Error(reply.message);
    if (reply.kind === 'value') return decode(reply.value);
    return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
  };
  hear('call', ({ id, number, args }: { id: number; number: number; args: unknown[] }) => {
    try {
      const value = own[number]?.(...(decode(args) as unknown[]));
      if (!(value instanceof Promise)) {
        say(other, 'reply', { id, kind: 'value', value: encode(value) });
        return;
      }
      say(other, 'reply', { id, kind: 'promise' });
      value.then(
        (result) => say(other, 'settled', { id, value: encode(result) }),
        (error: Error) => say(other, 'settled', { id, message: error.message }),
      );
    } catch (error) {
      say(other, 'reply', { id, kind: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  });
  hear('reply', ({ id, ...reply }: Reply & { id: number }) => replies.set(id, reply));
  hear('settled', ({ id, value, message }: { id: number; value?: unknown; message?: string }) => {
    const waiting = pending.get(id);
    pending.delete(id);
    if (message === undefined) waiting?.resolve(decode(value));
    else waiting?.reject(new Error(message));
  });
  hear('expose', ({ key, api }: { key: string; api: unknown }) => {
    if (key in window) return;
    const value = decode(api);
    if (typeof value === 'object' && value !== null) Object.freeze(value);
    Object.defineProperty(window, key, { value, enumerable: true });
  });
  // Whichever world starts first, the page's end learns of everything that was exposed.
  hear('hello', () => {
    for (const { key, api } of exposed) say(other, 'expose', { key, api });
  });
  if (side === 'page') say(other, 'hello', null);
  return {
    expose(key, api) {
      const entry = { key, api: encode(api) };
      exposed.push(entry);
      say(other, 'expose', entry);
    },
  };
}

type Listener = (event: object, ...args: unknown[]) => void;
type Module = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

/** What `require('electron')` gives a sandboxed preload, and the way to main. Stands alone with the functions above. */
export function runPreload(
  names: { nonce: string; binding: string; receiver: string; platform: string },
  peerOf: typeof bridgePeer,
  encode: typeof toWire,
  decode: typeof fromWire,
  preload: Module,
): void {
  const world = window as unknown as Record<string, (text: string) => void>;
  const toMain = (message: unknown): void => world[names.binding]?.(JSON.stringify(encode(message)));
  const peer = peerOf(names.nonce, 'preload');
  const listeners = new Map<string, Set<Listener>>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  world[names.receiver] = (text) => {
    const message = decode(JSON.parse(text)) as {
      id?: number;
      value?: unknown;
      error?: string;
      channel?: string;
      args?: unknown[];
    };
    if (message.channel !== undefined) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...(message.args ?? []));
      return;
    }
    const waiting = pending.get(message.id ?? -1);
    pending.delete(message.id ?? -1);
    if (message.error === undefined) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.error));
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (calls += 1);
        pending.set(id, { resolve, reject });
        toMain({ type: 'invoke', id, channel, args });
      }),
    send: (channel: string, ...args: unknown[]) => toMain({ type: 'send', channel, args }),
    on(channel: string, listener: Listener) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  };
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => peer.expose(key, api) },
    // Chromium tells nobody where a file lies: tests that need it go through the file dialog.
    webUtils: { getPathForFile: () => '' },
  };
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name} (a sandboxed preload may only require electron)`);
  };
  preload(require, module, module.exports, { platform: names.platform, type: 'renderer' });
}

/** The two scripts that run before a document's own: one in the page's world, one in the preload's. */
export function pageScripts(nonce: string, preloadSource: string): { page: string; preload: string } {
  const names = { nonce, binding: bindingName, receiver: receiverName, platform: process.platform };
  const onlyTop = 'if (window !== window.top) return;';
  // Each function is given to the other world as its own text; toWire and fromWire call themselves by name.
  const library = [bridgePeer, toWire, fromWire, runPreload].map(String).join('\n');
  return {
    page: `(() => { ${onlyTop} ${String(bridgePeer)} bridgePeer(${JSON.stringify(nonce)}, 'page'); })()`,
    preload: `(() => { ${onlyTop} ${library}
      runPreload(${JSON.stringify(names)}, bridgePeer, toWire, fromWire, function (require, module, exports, process) {
${preloadSource}
      }); })()`,
  };
}
