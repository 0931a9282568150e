import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ImportFailure } from '#shared/contract/import.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** A failure on the way to the bytes; thrown inside the reader and turned into its error by `readBytes`. */
export class ReadFailure extends Error {
  readonly failure: ImportFailure;
  constructor(failure: ImportFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

/** What is known of a file before it is read through. */
export interface FileHead {
  /** Size on disk. */
  readonly bytes: number;
  readonly gzip: boolean;
  /** The first bytes after unpacking. */
  readonly start: Buffer;
}

const HEAD_BYTES = 1 << 20;

/** Looks at size and first megabyte. Fails for missing, empty and too large files before they are parsed. */
export async function readHead(path: string, limit: number): Promise<Result<FileHead, ImportFailure>> {
  let handle;
  try {
    handle = await open(path, 'r');
  } catch {
    return err({ type: 'unknownFile' });
  }
  try {
    const { size } = await handle.stat();
    if (size === 0) return err({ type: 'emptyFile' });
    const magic = Buffer.alloc(2);
    await handle.read(magic, 0, 2, 0);
    const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
    if (!gzip && size > limit) return err({ type: 'fileTooLarge', bytes: size, limit });
    if (gzip && (await statedSize(handle, size)) > limit) {
      // An archive that was cut short states nonsense, so a size beyond the limit is believed only after unpacking.
      const counted = await readBytes(path, true, limit, () => {});
      if (!counted.ok) return counted;
    }
    if (!gzip) {
      const start = Buffer.alloc(Math.min(HEAD_BYTES, size));
      await handle.read(start, 0, start.length, 0);
      return ok({ bytes: size, gzip, start });
    }
    const start = await unpackedStart(path);
    return start.ok ? ok({ bytes: size, gzip, start: start.value }) : start;
  } finally {
    await handle.close();
  }
}

/** The size that a gzip file states in its last four bytes (modulo 4 GB; a liar is caught while unpacking). */
async function statedSize(
  handle: { read(buffer: Buffer, offset: number, length: number, position: number): Promise<unknown> },
  size: number,
): Promise<number> {
  const trailer = Buffer.alloc(4);
  await handle.read(trailer, 0, 4, Math.max(0, size - 4));
  return trailer.readUInt32LE(0);
}

async function unpackedStart(path: string): Promise<Result<Buffer, ImportFailure>> {
  const chunks: Buffer[] = [];
  let length = 0;
  const source = createReadStream(path);
  try {
    for await (const chunk of source.pipe(createGunzip()) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch {
    // A head that can be read is enough here; reading it through will tell where it breaks.
    if (length === 0) return err({ type: 'brokenArchive' });
  } finally {
    source.destroy();
  }
  return length === 0 ? err({ type: 'emptyFile' }) : ok(Buffer.concat(chunks));
}

/**
 * Hands every chunk of the unpacked file to `take`, and answers the SHA-256 (hex) of the file as it lies on the disk.
 * Stops with `fileTooLarge` as soon as more than `limit` bytes came out. What `take` throws is thrown, except ReadFailure.
 */
export async function readBytes(
  path: string,
  gzip: boolean,
  limit: number,
  take: (chunk: Buffer) => void,
): Promise<Result<{ readonly sha256: string; readonly bytes: number }, ImportFailure>> {
  const hash = createHash('sha256');
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  let bytes = 0;
  const consume = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limit) throw new ReadFailure({ type: 'fileTooLarge', bytes, limit });
      take(chunk);
    }
  };
  const hashed = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await (gzip ? pipeline(source, hashed, createGunzip(), consume) : pipeline(source, hashed, consume));
    return ok({ sha256: hash.digest('hex'), bytes });
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) return err({ type: 'brokenArchive' });
    if (code === 'ENOENT') return err({ type: 'unknownFile' });
    throw error;
  }
}
