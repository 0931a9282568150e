import { randomUUID } from 'node:crypto';

/** The files that shells made known: handle → path. Handles cannot be guessed and die with the process. */
export class FileHandles {
  private readonly files = new Map<string, { readonly path: string; readonly name: string }>();

  /** Registers a file and returns its handle. */
  register(path: string, name: string): string {
    const handle = `file-${randomUUID()}`;
    this.files.set(handle, { path, name });
    return handle;
  }

  /** The file behind a handle, or null for one that was never given out. */
  resolve(handle: string): { readonly path: string; readonly name: string } | null {
    return this.files.get(handle) ?? null;
  }
}
