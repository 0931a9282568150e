import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** A file that may be sent to the page. */
export interface RendererFile {
  readonly file: string;
  readonly mediaType: string;
  /** Built assets carry a hash in their name and never change; documents do. */
  readonly immutable: boolean;
}

/** Finds what to send for a path of the page's address. */
export interface RendererFiles {
  find(path: string): RendererFile | null;
}

/**
 * Lists the built renderer once and answers only from that list, so that no path, however written, can lead outside the
 * folder. A path without a file extension is a screen's address and gets the document. The list is read anew for each
 * document, because a new build may have replaced the assets while the host runs.
 */
export function createRendererFiles(folder: string): RendererFiles {
  let files = list(folder);
  return {
    find(path) {
      const isScreen = !(path.split('/').at(-1) ?? '').includes('.');
      if (isScreen || path === '/index.html') files = list(folder);
      return files.get(isScreen ? '/index.html' : path) ?? null;
    },
  };
}

function list(folder: string): Map<string, RendererFile> {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const mediaType = mediaTypes[entry.name.slice(entry.name.lastIndexOf('.') + 1).toLowerCase()];
    if (mediaType === undefined) continue;
    const path = file.slice(folder.length).split(sep).join('/');
    const address = path.startsWith('/') ? path : `/${path}`;
    files.set(address, { file, mediaType, immutable: address.startsWith('/assets/') });
  }
  return files;
}
