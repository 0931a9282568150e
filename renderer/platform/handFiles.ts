import { DOCUMENT_LIMIT, MEGABYTE } from '#shared/contract/documentShapes.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { HostUnreachable } from './hostTransport.ts';
import { currentPlatform } from './platform.ts';

/**
 * Makes dropped or chosen files known to the core, all or none; answers their handles. What is too large to be attached is
 * refused before a byte of it is sent.
 */
export async function handFiles(files: readonly File[]): Promise<Result<string[], FailureLike>> {
  const large = files.find(({ size }) => size > DOCUMENT_LIMIT);
  if (large !== undefined) {
    const { name, size } = large;
    return err({ type: 'documentTooLarge', name, bytes: size, limitMegabytes: DOCUMENT_LIMIT / MEGABYTE });
  }
  const handles: string[] = [];
  for (const file of files) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one upload at a time keeps the rest of the page quick
      const picked = await currentPlatform().handleForDroppedFile(file);
      if (picked === null) return err({ type: 'fileUnreadable', name: file.name });
      handles.push(picked.handle);
    } catch (error) {
      // A folder cannot be sent; the browser says so only now.
      if (!(error instanceof HostUnreachable)) return err({ type: 'fileUnreadable', name: file.name });
      return err(error.code === 'storage' ? { type: 'storage', code: 'upload' } : { type: 'connection' });
    }
  }
  return ok(handles);
}
