import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, type Result } from '#shared/lib/result.ts';
import { workspacePaths } from '../workspacePaths.ts';
import { type ContentFault, contentPath, storeContent, type StoredContent, verifyContent } from './contentStore.ts';

const FOLDER = /\.kongdan-files$/;
const BACKUPS = /\.kongdan-backups$/;

/**
 * A content of the workspace, checked. When its own folder does not have it, because somebody renamed the file alone or
 * opened a backup where it lies, the files folders beside it are asked and the content is taken over from there: what has
 * the right hash is the right content. `now` is epoch ms.
 */
export async function findContent(
  workspaceFile: string,
  content: StoredContent,
  now: number,
): Promise<Result<string, ContentFault>> {
  const own = workspacePaths(workspaceFile).files;
  const found = await verifyContent(own, content);
  if (found.ok || contentPath(own, content.hash) === null) return found;
  for (const folder of await foldersNearby(dirname(workspaceFile))) {
    if (folder === own) continue;
    const elsewhere = await verifyContent(folder, content);
    if (!elsewhere.ok) continue;
    const taken = await storeContent(own, elsewhere.value, { limit: content.bytes, now });
    return taken.ok ? verifyContent(own, content) : err({ type: 'missing' });
  }
  return found;
}

async function foldersNearby(folder: string): Promise<string[]> {
  const around = BACKUPS.test(folder) ? [folder, dirname(folder)] : [folder];
  const lists = await Promise.all(
    around.map(async (place) => {
      const names = await readdir(place).catch(() => []);
      return names.filter((name) => FOLDER.test(name)).map((name) => join(place, name));
    }),
  );
  return lists.flat();
}
