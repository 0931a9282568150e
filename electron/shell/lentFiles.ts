import { copyFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import type { Core, LentFile } from '#electron/core/types.ts';
import { mayOpenOutside } from '#shared/domain/documents/mayOpenOutside.ts';
import { channels } from './channels.ts';

type Answer = (channel: string, run: (window: BrowserWindow, ...given: unknown[]) => unknown) => void;

/** Larger ones are opened or saved, not shown in the page. Bytes. */
const SHOWN_LIMIT = 64 * 1024 * 1024;

/** Hands attached files to the page, to a place of the person's choice, or to the person's own program. */
export function handleLentFiles(core: Core, answer: Answer): void {
  const lent = (handle: unknown): LentFile | null => core.lentFile(z.string().max(200).parse(handle));
  answer(channels.readLent, async (_window, handle) => {
    const file = lent(handle);
    return file === null || file.bytes > SHOWN_LIMIT ? null : new Uint8Array(await readFile(file.path));
  });
  answer(channels.saveLent, async (window, handle) => {
    const file = lent(handle);
    if (file === null) return false;
    const chosen = await dialog.showSaveDialog(window, { defaultPath: file.name });
    if (chosen.canceled || chosen.filePath === '') return false;
    await copyFile(file.path, chosen.filePath);
    return true;
  });
  answer(channels.openLent, async (_window, handle) => {
    const file = lent(handle);
    if (file === null || !mayOpenOutside(file.name)) return false;
    // A copy: what the other program changes must not reach the content that its hash stands for.
    const copy = join(await mkdtemp(join(tmpdir(), 'kongdan-open-')), file.name);
    await copyFile(file.path, copy);
    return (await shell.openPath(copy)) === '';
  });
}
