import type { FileKind, FileToSave, KongdanBridge, PickedFile } from '#shared/contract/bridge.ts';
import { currentShell } from './currentTransport.ts';
import type { HostTransport } from './hostTransport.ts';

export type { FileKind, FileToSave, PickedFile } from '#shared/contract/bridge.ts';

/** What the shells do differently. Files are handed to operations by their handle; the page never sees a path. */
export interface Platform {
  readonly kind: 'electron' | 'browser';
  /** Lets the person choose one file; null when they cancel. */
  pickFile(options: { readonly accept: readonly FileKind[] }): Promise<PickedFile | null>;
  /** Makes a file that was dropped on the page known to the core; null when it is not a file of this machine. */
  handleForDroppedFile(file: File): Promise<PickedFile | null>;
  /** Saves bytes where the person says (desktop) or among the downloads (browser); false when cancelled. */
  saveFile(file: FileToSave): Promise<boolean>;
  /** The bytes of a file that `document.open` lent under this handle; null when it is not lent (any more). */
  readLent(handle: string): Promise<Uint8Array | null>;
  /** Saves a lent file under its name where the person says (desktop) or among the downloads (browser); false when not. */
  saveLent(file: LentDocument): Promise<boolean>;
  /** Opens a lent file in the person's own program (desktop); false where that cannot be, or must not be. */
  openLent(file: LentDocument): Promise<boolean>;
  /** Opens an `https:` or `mailto:` address outside; false when it is refused. */
  openExternal(address: string): Promise<boolean>;
  /** Whether the page can remind on the desktop: `ask` on a click only; `never` where it is refused or the program does it. */
  notifyPermission(): 'granted' | 'ask' | 'never';
  /** Asks for it; must be called by a click. */
  askToNotify(): Promise<void>;
  /**
   * Shows a notification of the desktop where that was allowed; in the desktop program the program itself does. Of
   * several with the same tag (from several tabs) the desktop shows one.
   */
  notifyFromPage(title: string, body: string, tag: string): void;
  /** Opens the print dialog for what is shown. */
  print(): Promise<void>;
}

/** What `document.open` answers. */
export interface LentDocument {
  readonly handle: string;
  readonly name: string;
}

/** The platform of this page. */
export function currentPlatform(): Platform {
  const shell = currentShell();
  return shell.kind === 'electron' ? desktop(shell.bridge) : browser(shell.transport);
}

const desktop = (bridge: KongdanBridge): Platform => ({
  kind: 'electron',
  pickFile: ({ accept }) => bridge.pickFile(accept),
  handleForDroppedFile: (file) => bridge.handleForDroppedFile(file),
  saveFile: (file) => bridge.saveFile(file),
  readLent: (handle) => bridge.readLent(handle),
  saveLent: ({ handle }) => bridge.saveLent(handle),
  openLent: ({ handle }) => bridge.openLent(handle),
  openExternal: (address) => bridge.openExternal(address),
  notifyPermission: () => 'never',
  askToNotify: () => Promise.resolve(),
  notifyFromPage: () => {},
  print: () => bridge.print(),
});

const browser = (transport: HostTransport): Platform => ({
  kind: 'browser',
  async pickFile({ accept }) {
    const file = await chooseFile(accept.flatMap((kind) => kind.extensions.map((extension) => `.${extension}`)));
    return file === null ? null : transport.upload(file);
  },
  handleForDroppedFile: (file) => transport.upload(file),
  saveFile({ name, mediaType, bytes }) {
    download(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
    return Promise.resolve(true);
  },
  async readLent(handle) {
    const content = await transport.download(handle);
    return content === null ? null : new Uint8Array(await content.arrayBuffer());
  },
  async saveLent({ handle, name }) {
    const content = await transport.download(handle);
    if (content !== null) download(name, content);
    return content !== null;
  },
  // A page that a browser opened by an address of ours would be as trusted as this one.
  openLent: () => Promise.resolve(false),
  openExternal(address) {
    const allowed = /^(https:|mailto:)/.test(address);
    if (allowed) window.open(address, '_blank', 'noopener,noreferrer');
    return Promise.resolve(allowed);
  },
  notifyPermission() {
    if (!('Notification' in window)) return 'never';
    if (Notification.permission === 'default') return 'ask';
    return Notification.permission === 'granted' ? 'granted' : 'never';
  },
  async askToNotify() {
    if ('Notification' in window) await Notification.requestPermission();
  },
  notifyFromPage(title, body, tag) {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const shown = new Notification(title, { body, tag });
    shown.addEventListener('click', () => window.focus());
  },
  print() {
    window.print();
    return Promise.resolve();
  },
});

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the bytes after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function chooseFile(accept: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}
