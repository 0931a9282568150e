import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { syncFolder } from '../syncToDisk.ts';

/** What a content is known by. */
export interface StoredContent {
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
  readonly bytes: number;
}

/** Why a source was not taken. The disk's own refusals (full, no right to write) are thrown with their code. */
export type SourceError =
  | { readonly type: 'unreadable' }
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number };

/** Why a content cannot be read. */
export type ContentFault = { readonly type: 'missing' } | { readonly type: 'damaged' };

/** Left by a process that was killed; younger ones may belong to a process that is still copying. Milliseconds. */
const STALE_AFTER = 24 * 60 * 60 * 1000;
const PART = 256 * 1024;

/**
 * Takes a file's content into the folder under the name of its SHA-256, without holding it in memory. It appears under
 * that name only when all of it is on the disk; until then it lies under a name beginning with `~`, which is removed on
 * any failure. The same content is kept once; a damaged copy of it is replaced. `now` is epoch ms, `limit` bytes.
 */
export async function storeContent(
  folder: string,
  source: string,
  options: { readonly limit: number; readonly now: number },
): Promise<Result<StoredContent, SourceError>> {
  const opened = await openSource(source);
  if (opened === null) return err({ type: 'unreadable' });
  try {
    const size = (await opened.stat()).size;
    if (size > options.limit) return err({ type: 'tooLarge', bytes: size, limit: options.limit });
    await mkdir(folder, { recursive: true });
    await removeStale(folder, options.now);
    const temporary = join(folder, `~${randomBytes(12).toString('hex')}.tmp`);
    try {
      const copied = await copyHashed(opened, temporary, options.limit);
      if (copied.ok) await settle(folder, temporary, copied.value);
      return copied;
    } finally {
      await rm(temporary, { force: true });
    }
  } finally {
    await opened.close();
  }
}

/** Where a content lies, checked against its hash just now. */
export async function verifyContent(
  folder: string,
  { hash, bytes }: StoredContent,
): Promise<Result<string, ContentFault>> {
  const path = contentPath(folder, hash);
  if (path === null) return err({ type: 'missing' });
  const found = await stat(path).catch(() => null);
  if (found === null) return err({ type: 'missing' });
  const whole = found.isFile() && found.size === bytes && (await hashOf(path)) === hash;
  return whole ? ok(path) : err({ type: 'damaged' });
}

/** The file of a content; null for what is no hash, so that a record from elsewhere cannot name a path. */
export function contentPath(folder: string, hash: string): string | null {
  return /^[0-9a-f]{64}$/.test(hash) ? join(folder, hash.slice(0, 2), hash) : null;
}

async function openSource(path: string): Promise<FileHandle | null> {
  try {
    // A pipe or a device would never end.
    if (!(await stat(path)).isFile()) return null;
    return await open(path, 'r');
  } catch {
    return null;
  }
}

async function copyHashed(
  source: FileHandle,
  target: string,
  limit: number,
): Promise<Result<StoredContent, SourceError>> {
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafe(PART);
  const written = await open(target, 'wx', 0o600);
  let bytes = 0;
  try {
    for (;;) {
      const read = await readPart(source, part);
      if (read === null) return err({ type: 'unreadable' });
      if (read === 0) break;
      bytes += read;
      // It may grow while it is read.
      if (bytes > limit) return err({ type: 'tooLarge', bytes, limit });
      hash.update(part.subarray(0, read));
      await written.writeFile(part.subarray(0, read));
    }
    await written.sync();
  } finally {
    await written.close();
  }
  return ok({ hash: hash.digest('hex'), bytes });
}

/** Null when the source fails, which is not the same as our own disk failing. */
async function readPart(source: FileHandle, part: Buffer): Promise<number | null> {
  try {
    return (await source.read(part, 0, part.length, null)).bytesRead;
  } catch {
    return null;
  }
}

async function settle(folder: string, temporary: string, content: StoredContent): Promise<void> {
  if ((await verifyContent(folder, content)).ok) return;
  const path = contentPath(folder, content.hash);
  if (path === null) throw new Error('A hash that was just made is none');
  const shelf = join(path, '..');
  await mkdir(shelf, { recursive: true });
  try {
    await rename(temporary, path);
  } catch (error) {
    // Windows does not replace a file that somebody reads; it may be the same content, stored at the same moment.
    if (!(await verifyContent(folder, content)).ok) throw error;
  }
  syncFolder(shelf);
  syncFolder(folder);
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path, { highWaterMark: PART })) hash.update(part as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function removeStale(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^~[0-9a-f]{24}\.tmp$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < now - STALE_AFTER) await rm(path, { force: true });
  }
}
