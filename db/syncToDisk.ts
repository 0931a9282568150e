import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes sure that the bytes of a file survive a power cut. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Makes a rename survive a power cut; Windows neither needs nor allows it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
