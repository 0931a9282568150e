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
  /** Opens an `https:` or `mailto:` address outside; false when it is refused. */
  openExternal(address: string): Promise<boolean>;
  /** Shows a notification of the desktop where the person allows it. */
  notify(title: string, body: string): Promise<void>;
  /** Opens the print dialog for what is shown. */
  print(): Promise<void>;
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
  openExternal: (address) => bridge.openExternal(address),
  notify: (title, body) => bridge.notify(title, body),
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
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the bytes after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return Promise.resolve(true);
  },
  openExternal(address) {
    const allowed = /^(https:|mailto:)/.test(address);
    if (allowed) window.open(address, '_blank', 'noopener,noreferrer');
    return Promise.resolve(allowed);
  },
  async notify(title, body) {
    if (!('Notification' in window)) return;
    const permission =
      Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
    if (permission !== 'granted') return;
    const shown = new Notification(title, { body });
    shown.addEventListener('click', () => window.focus());
  },
  print() {
    window.print();
    return Promise.resolve();
  },
});

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
