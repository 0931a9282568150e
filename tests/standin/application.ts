import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DevTools } from './devtools.ts';

/** An event that a listener may refuse. */
export interface Refusable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes one. */
export function refusable<Extra extends object>(extra?: Extra): Refusable & Extra {
  const event = {
    ...extra,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  } as Refusable & Extra;
  return event;
}

/** Windows as the application sees them. */
export interface ClosableWindow {
  close(): void;
  destroy(): void;
}

/** Electron's `app`, as far as the program uses it. */
export class Application extends EventEmitter {
  readonly isPackaged = false;
  readonly name = 'Kongdan';
  readonly windows = new Set<ClosableWindow>();
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      this.switches.push(value === '' ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string): boolean =>
      this.switches.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  };
  badgeCount = 0;
  devtools: DevTools | null = null;
  #appPath = process.cwd();
  #ready = false;
  #quitting = false;
  #lockFile: string | null = null;
  readonly #whenReady = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();

  setAppPath(folder: string): void {
    this.#appPath = folder;
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getName(): string {
    return this.name;
  }
  getVersion(): string {
    return (JSON.parse(readFileSync(join(this.#appPath, 'package.json'), 'utf8')) as { version: string }).version;
  }
  getLocale(): string {
    return process.env['KONGDAN_STANDIN_LOCALE'] ?? 'zh-CN';
  }
  getPath(name: string): string {
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
    const usual: Record<string, string> = {
      home: homedir(),
      temp: tmpdir(),
      appData,
      userData: join(appData, this.name),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      exe: process.argv[0] ?? '',
    };
    const path = this.#paths.get(name) ?? usual[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }
  getBadgeCount(): number {
    return this.badgeCount;
  }
  isReady(): boolean {
    return this.#ready;
  }
  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }
  becomeReady(): void {
    this.#ready = true;
    this.emit('ready', {}, {});
    this.#whenReady.resolve();
  }

  /** One instance per user data folder: a file with the first one's number, and notes that later ones leave for it. */
  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    const folder = join(this.getPath('userData'), 'standin-instance');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'lock');
    for (;;) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        break;
      } catch {
        const first = Number(readFileSync(file, 'utf8'));
        if (isAlive(first)) {
          const note = { argv: process.argv, cwd: process.cwd(), additionalData };
          writeFileSync(join(folder, `note-${process.pid}`), JSON.stringify(note));
          return false;
        }
        unlinkSync(file);
      }
    }
    this.#lockFile = file;
    watch(folder, () => this.#readNotes(folder)).unref();
    return true;
  }

  quit(): void {
    if (this.#quitting) return;
    const before = refusable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of this.windows) window.close();
    if (this.windows.size > 0) {
      this.#quitting = false;
      return;
    }
    const will = refusable();
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this.#quitting = true;
    for (const window of this.windows) window.destroy();
    this.emit('quit', {}, code);
    if (this.#lockFile !== null) rmSync(this.#lockFile, { force: true });
    const end = (): never => process.exit(code);
    if (this.devtools === null) end();
    else void this.devtools.close().then(end, end);
  }

  /** Called by a window once it is gone. */
  windowClosed(window: ClosableWindow): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #readNotes(folder: string): void {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith('note-'))) {
      try {
        const note = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
          argv: string[];
          cwd: string;
          additionalData: unknown;
        };
        rmSync(join(folder, name));
        this.emit('second-instance', refusable(), note.argv, note.cwd, note.additionalData);
      } catch {
        // Still being written: the watcher calls again.
      }
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The one application of this process. */
export const app = new Application();
