import { EventEmitter } from 'node:events';
import { app, refusable } from './application.ts';
import { WebContents } from './webContents.ts';

/** A place on the screen, in points. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly webPreferences?: { readonly preload?: string };
}

/** The screen that stand-in windows live on. */
export const screenArea: Bounds = { x: 0, y: 0, width: 1920, height: 1080 };

const all: BrowserWindow[] = [];
let lastId = 0;

/** Electron's `BrowserWindow` on a page of Chromium. Without a window manager its own record of bounds and state counts. */
export class BrowserWindow extends EventEmitter {
  readonly id = (lastId += 1);
  readonly webContents: WebContents;
  /** What the program asked for; tests look at the safety switches. */
  readonly options: WindowOptions;
  #bounds: Bounds;
  #state: 'normal' | 'maximized' | 'minimized' = 'normal';
  #visible: boolean;
  #destroyed = false;
  #windowId: number | null = null;

  constructor(options: WindowOptions = {}) {
    super();
    this.options = options;
    const { width = 800, height = 600 } = options;
    const middle = { x: Math.round((screenArea.width - width) / 2), y: Math.round((screenArea.height - height) / 2) };
    this.#bounds = { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height };
    this.#visible = options.show ?? true;
    this.webContents = new WebContents(options.webPreferences?.preload);
    this.webContents.closeWindow = () => this.close();
    this.webContents.once('dom-ready', () => this.emit('ready-to-show', {}));
    all.push(this);
    app.windows.add(this);
    app.emit('browser-window-created', {}, this);
    void this.#open();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return all.find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return all.find((window) => window.id === id) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return all.at(-1) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  show(): void {
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible;
  }
  focus(): void {
    void this.webContents.command('Page.bringToFront').catch(() => {});
    this.emit('focus');
  }
  isFocused(): boolean {
    return all.at(-1) === this;
  }
  maximize(): void {
    this.#become('maximized', 'maximize');
  }
  unmaximize(): void {
    this.#become('normal', 'unmaximize');
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  minimize(): void {
    this.#become('minimized', 'minimize');
  }
  restore(): void {
    this.#become('normal', 'restore');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  getNormalBounds(): Bounds {
    return { ...this.#bounds };
  }
  getBounds(): Bounds {
    return this.#state === 'maximized' ? { ...screenArea } : { ...this.#bounds };
  }
  setBounds(bounds: Partial<Bounds>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move', {});
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.emit('resize', {});
    void this.#applyBounds();
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setTitle(): void {}
  setMenuBarVisibility(): void {}
  flashFrame(): void {}
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    const event = refusable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    const { targetId } = this.webContents;
    if (targetId !== null) void app.devtools?.send('Target.closeTarget', { targetId }).catch(() => {});
    this.targetGone();
  }
  /** Called when Chromium's page is gone, whoever closed it. */
  targetGone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.splice(all.indexOf(this), 1);
    this.webContents.markDestroyed();
    this.emit('closed');
    app.windowClosed(this);
  }

  async #open(): Promise<void> {
    await app.whenReady();
    if (this.#destroyed || app.devtools === null) return;
    const { x: left, y: top, width, height } = this.#bounds;
    const place = { left, top, width, height };
    const { targetId } = await app.devtools.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...place,
    });
    this.webContents.targetId = targetId as string;
    const { sessionId } = await app.devtools.send('Target.attachToTarget', { targetId, flatten: true });
    await this.webContents.attach(sessionId as string);
    const { windowId } = await app.devtools.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = windowId as number;
    await this.#applyBounds();
  }
  #become(state: 'normal' | 'maximized' | 'minimized', event: string): void {
    this.#state = state;
    this.emit(event, {});
    void this.#applyBounds();
  }
  async #applyBounds(): Promise<void> {
    if (this.#windowId === null || this.#destroyed) return;
    const { x: left, y: top, width, height } = this.getBounds();
    const bounds = { left, top, width, height };
    await app.devtools?.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds }).catch(() => {});
  }
}
