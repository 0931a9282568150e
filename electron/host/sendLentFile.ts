import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { LentFile } from '#electron/core/types.ts';

/**
 * Sends an attached file so that no browser can take it for a page: never as what its name says it is, always as something
 * to save, in a sandbox without scripts or origin if it is shown after all. False when it is not there (any more).
 */
export async function sendLentFile(response: ServerResponse, file: LentFile): Promise<boolean> {
  const source = await open(file.path, 'r').catch(() => null);
  if (source === null) return false;
  try {
    const { size } = await source.stat();
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('content-length', size);
    response.setHeader('content-disposition', contentDisposition(file.name));
    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    response.setHeader('cache-control', 'no-store');
    await pipeline(source.createReadStream({ autoClose: false }), response);
    return true;
  } finally {
    await source.close();
  }
}

/** `attachment` with the name in RFC 5987 form, and in plain letters for whatever does not read that. */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
