import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app, refusable } from './application.ts';
import { ipcMain } from './ipcMain.ts';
import { bindingName, pageScripts, receiverName, worldName } from './pageSide.ts';
import { fromChromium, type PausedRequest, session, toChromium } from './sessions.ts';
import { fromWire, toWire } from './wire.ts';

type OpenHandler = (details: { url: string; frameName: string }) => { action: 'allow' | 'deny' };
interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

const all = new Set<WebContents>();
let lastId = 0;

/** Electron's `webContents`: a page of Chromium and what the program may do with it. */
export class WebContents extends EventEmitter {
  readonly id = (lastId += 1);
  readonly session = session.defaultSession;
  /** The page's target and session in Chromium, once there is one. */
  targetId: string | null = null;
  /** Asks the window to close, as the page's own close button would. */
  closeWindow: () => void = () => {};
  readonly attached: Promise<void>;
  #sessionId: string | null = null;
  readonly #preloadFile: string | undefined;
  readonly #whenAttached = Promise.withResolvers<void>();
  #url = '';
  #mainFrame: string | null = null;
  #preloadContext: number | null = null;
  #openHandler: OpenHandler | null = null;
  #destroyed = false;
  /** Addresses that the program itself asked for; `will-navigate` is for pages only. */
  readonly #ownLoads = new Set<string>();

  constructor(preloadFile: string | undefined) {
    super();
    this.#preloadFile = preloadFile;
    this.attached = this.#whenAttached.promise;
    all.add(this);
    app.emit('web-contents-created', {}, this);
  }

  /** Takes over the page before its first document: bindings and preload must be there first. */
  async attach(sessionId: string): Promise<void> {
    this.#sessionId = sessionId;
    // oxlint-disable-next-line typescript/no-explicit-any -- as in devtools.ts
    const on = (method: string, listener: (parameters: any) => void): void => {
      app.devtools?.on(`${sessionId}:${method}`, listener);
    };
    on('Runtime.executionContextCreated', (parameters) => this.#contextCreated(parameters));
    on('Runtime.executionContextDestroyed', ({ executionContextId }: { executionContextId: number }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = null;
    });
    on('Runtime.bindingCalled', (parameters) => void this.#fromPreload(parameters));
    on('Page.frameNavigated', ({ frame }: { frame: { id: string; parentId?: string; url: string } }) => {
      if (frame.parentId !== undefined) return;
      this.#mainFrame = frame.id;
      this.#url = fromChromium(frame.url);
      this.emit('did-navigate', {}, this.#url);
    });
    on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      if (frameId === this.#mainFrame) this.#url = fromChromium(url);
    });
    on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    on('Page.windowOpen', ({ url, windowName }: { url: string; windowName: string }) => {
      this.#openHandler?.({ url: fromChromium(url), frameName: windowName });
    });
    await this.command('Page.enable');
    await this.command('Runtime.enable');
    await this.command('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
    if (this.#preloadFile !== undefined) {
      const nonce = randomBytes(12).toString('hex');
      const scripts = pageScripts(nonce, readFileSync(this.#preloadFile, 'utf8'));
      await this.command('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
      await this.command('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName });
    }
    const { frameTree } = await this.command('Page.getFrameTree');
    this.#mainFrame = frameTree.frame.id;
    this.#whenAttached.resolve();
  }

  /** Sends a DevTools command for this page. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as in devtools.ts
  command(method: string, parameters: Record<string, unknown> = {}): Promise<any> {
    if (app.devtools === null || this.#sessionId === null)
      return Promise.reject(new Error('The page is not there yet.'));
    return app.devtools.send(method, parameters, this.#sessionId);
  }

  /** Whether a paused document request may go on; asks the program for those that the page itself began. */
  mayNavigate(paused: PausedRequest): boolean {
    if (this.#ownLoads.delete(paused.request.url)) return true;
    if (this.#mainFrame !== null && paused.frameId !== this.#mainFrame) return true;
    // A reload is not a navigation in Electron's sense.
    const url = fromChromium(paused.request.url);
    if (url === this.#url) return true;
    const event = refusable({ url, isMainFrame: true, isSameDocument: false });
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  owns(frameId: string): boolean {
    return this.#mainFrame === frameId;
  }

  async loadURL(address: string): Promise<void> {
    await this.attached;
    const url = toChromium(address);
    this.#ownLoads.add(url);
    const { errorText } = await this.command('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
  }
  reload(): void {
    void this.command('Page.reload');
  }
  getURL(): string {
    return this.#url;
  }
  getTitle(): string {
    return app.name;
  }
  get mainFrame(): Frame {
    return { url: this.#url, parent: null };
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    this.closeWindow();
  }
  print(): void {
    this.emit('standin-print');
  }
  openDevTools(): void {}
  async executeJavaScript(code: string): Promise<unknown> {
    await this.attached;
    const { result, exceptionDetails } = await this.command('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }
  /** A message to the preload; lost when there is no document, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    this.#toPreload({ channel, args });
  }
  markDestroyed(): void {
    this.#destroyed = true;
    all.delete(this);
    this.emit('destroyed');
  }

  #contextCreated({ context }: { context: { id: number; name: string; auxData: { frameId: string } } }): void {
    if (context.name !== worldName) return;
    // Frames inside the page have such a world too, but no preload runs in them.
    if (context.auxData.frameId === this.#mainFrame) this.#preloadContext = context.id;
  }

  async #fromPreload({ payload, executionContextId }: { payload: string; executionContextId: number }): Promise<void> {
    const message = fromWire(JSON.parse(payload)) as { type: string; id: number; channel: string; args: unknown[] };
    const answer = await ipcMain.dispatch(this, this.mainFrame, message);
    if (message.type === 'invoke') this.#toPreload({ id: message.id, ...answer }, executionContextId);
  }

  #toPreload(message: unknown, context = this.#preloadContext): void {
    if (context === null || this.#destroyed) return;
    void this.command('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${receiverName}?.(text); }`,
      executionContextId: context,
      arguments: [{ value: JSON.stringify(toWire(message)) }],
    }).catch(() => {
      // The document was left while the answer was on its way.
    });
  }
}

/** Electron's static side of `webContents`. */
export const webContents = {
  getAllWebContents: (): WebContents[] => [...all],
  fromId: (id: number): WebContents | null => [...all].find((contents) => contents.id === id) ?? null,
  fromDevToolsTargetId: (targetId: string): WebContents | null =>
    [...all].find((contents) => contents.targetId === targetId) ?? null,
};
