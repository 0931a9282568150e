import { stat, writeFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Core, Envelope } from '#electron/core/types.ts';
import type { PickedFile } from '#shared/contract/bridge.ts';
import { channels } from './channels.ts';
import { handleLentFiles } from './lentFiles.ts';
import { isOurs, openOutside } from './lockDown.ts';

const kindsSchema = z.array(z.object({ label: z.string().max(100), extensions: z.array(z.string().regex(/^\w+$/)) }));
const fileSchema = z.object({ name: z.string().max(255), mediaType: z.string(), bytes: z.instanceof(Uint8Array) });

/** Answers what the preload asks. Every call first proves that it comes from the top frame of our own page. */
export function handleBridge(core: Core): void {
  ipcMain.handle(channels.invoke, (event, operation: unknown, input: unknown): Promise<Envelope> | Envelope => {
    if (!isTrusted(event)) return { ok: false, error: { type: 'forbidden', reason: 'sender' } };
    return core.invoke(String(operation), input, { door: 'screen' });
  });
  answer(channels.pickFile, async (window, kinds) => {
    const filters = kindsSchema.parse(kinds).map(({ label, extensions }) => ({ name: label, extensions }));
    const chosen = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
    const [path] = chosen.filePaths;
    return chosen.canceled || path === undefined ? null : hand(core, path);
  });
  answer(channels.dropFile, (_window, path) => {
    const given = z.string().parse(path);
    return isAbsolute(given) ? hand(core, given) : null;
  });
  answer(channels.saveFile, async (window, file) => {
    const { name, bytes } = fileSchema.parse(file);
    const chosen = await dialog.showSaveDialog(window, { defaultPath: basename(name) });
    if (chosen.canceled || chosen.filePath === '') return false;
    await writeFile(chosen.filePath, bytes);
    return true;
  });
  handleLentFiles(core, answer);
  answer(channels.openExternal, (_window, address) => openOutside(z.string().max(4000).parse(address)));
  answer(channels.print, (window) => window.webContents.print());
}

function answer(channel: string, run: (window: BrowserWindow, ...given: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...given: unknown[]) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window === null || !isTrusted(event)) throw new Error('The sender of this message is not the program’s page.');
    return run(window, ...given);
  });
}

/** A frame inside the page, or a page that was led elsewhere, must not reach the core. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}

async function hand(core: Core, path: string): Promise<PickedFile | null> {
  const { size } = await stat(path);
  const name = basename(path);
  return { handle: core.registerFile(path, name), name, size };
}
