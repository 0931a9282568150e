import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Handler } from '#electron/ipc/handler.ts';
import type { documentContract } from '#shared/contract/document.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { readableDocument } from './readableDocument.ts';

/** Writes a copy where the command line says; never over a file that is there, and never for a page. */
export const saveCopy: Handler<(typeof documentContract)['saveCopy']> = async (context, { id, path }) => {
  if (context.door === 'screen') return err({ type: 'forbidden', reason: 'path' });
  if (!isAbsolute(path)) return err({ type: 'pathNotAbsolute' });
  const document = readableDocument(context, id);
  if (!document.ok) return document;
  const content = await context.findContent(document.value);
  if (!content.ok) return content;
  try {
    await copyFile(content.value, path, constants.COPYFILE_EXCL);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return err(code === 'EEXIST' ? { type: 'fileExists', path } : { type: 'storage', code });
  }
  return ok({ path, bytes: document.value.bytes });
};
