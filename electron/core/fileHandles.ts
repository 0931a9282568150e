import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';

interface KnownFile {
  readonly path: string;
  readonly name: string;
  /** It was made for the handle (an upload) and may go with it. */
  readonly temporary: boolean;
}

/** The files that shells made known: handle → path. Handles cannot be guessed and die with the process. */
export class FileHandles {
  private readonly files = new Map<string, KnownFile>();

  /** Registers a file and returns its handle. */
  register(path: string, name: string, temporary = false): string {
    const handle = `file-${randomUUID()}`;
    this.files.set(handle, { path, name, temporary });
    return handle;
  }

  /** The file behind a handle, or null for one that was never given out. */
  resolve(handle: string): { readonly path: string; readonly name: string } | null {
    return this.files.get(handle) ?? null;
  }

  /** Forgets an upload whose content is kept elsewhere now, and removes it; a person's own file is left alone. */
  async release(handle: string): Promise<void> {
    const file = this.files.get(handle);
    if (file?.temporary !== true) return;
    this.files.delete(handle);
    await rm(file.path, { force: true });
  }
}
