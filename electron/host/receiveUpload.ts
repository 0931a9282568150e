import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** A file that arrived whole. */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** `storage` carries the system's code, such as ENOSPC. */
export type UploadError =
  | { readonly type: 'tooLarge'; readonly limit: number }
  | { readonly type: 'aborted' }
  | { readonly type: 'storage'; readonly code: string };

class TooLarge extends Error {}

/**
 * Writes a request's body to a new file in `folder` without holding it in memory. Anything but a complete file is
 * removed again. The name that the person's file had is only ever shown, never used as a path.
 */
export async function receiveUpload(
  request: IncomingMessage,
  options: { readonly folder: string; readonly limit: number; readonly fileName: string; readonly name: string },
): Promise<Result<ReceivedFile, UploadError>> {
  const { limit } = options;
  if (Number(request.headers['content-length'] ?? 0) > limit) return err({ type: 'tooLarge', limit });
  const path = join(options.folder, options.fileName);
  let size = 0;
  const count = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      if (size > limit) done(new TooLarge());
      else done(null, part);
    },
  });
  try {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    await pipeline(request, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return ok({ path, name: displayName(options.name), size });
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooLarge) return err({ type: 'tooLarge', limit });
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const aborted = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR';
    return err(aborted ? { type: 'aborted' } : { type: 'storage', code });
  }
}

/** The last part of what the browser called the file, without control characters, at most 255 characters. */
export function displayName(raw: string): string {
  const last = raw.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replaceAll(/\p{Cc}/gu, '');
  return clean.slice(0, 255) || 'file';
}
