import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximized: z.boolean(),
});
/** Where the window was and how large, in screen points. */
export type WindowState = z.infer<typeof stateSchema>;

const fileOf = (userDataFolder: string): string => join(userDataFolder, 'window.json');

/** The remembered state, or null the first time and when the file cannot be understood. */
export function readWindowState(userDataFolder: string): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(fileOf(userDataFolder), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * A state that can be seen on the screens of today: one whose title bar lies on no screen any more (a monitor was taken
 * away) loses its place and keeps its size, at most that of the first screen.
 */
export function fitToScreens(
  state: WindowState | null,
  screens: readonly Rectangle[],
): { bounds: Partial<Rectangle>; maximized: boolean } {
  if (state === null) return { bounds: { width: 1440, height: 900 }, maximized: false };
  const { x, y, width, height } = state.bounds;
  const titleSeen = screens.some(
    (screen) =>
      y >= screen.y - 8 &&
      y < screen.y + screen.height - 40 &&
      x < screen.x + screen.width - 80 &&
      x + width > screen.x + 80,
  );
  const first = screens[0] ?? state.bounds;
  const size = { width: Math.min(width, first.width), height: Math.min(height, first.height) };
  return { bounds: titleSeen ? { x, y, ...size } : size, maximized: state.maximized };
}

/** Keeps the state of a window in the user data folder: shortly after each change, and when it closes. */
export function rememberWindowState(window: BrowserWindow, userDataFolder: string): void {
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed()) return;
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(fileOf(userDataFolder), JSON.stringify(state));
    } catch {
      // Not worth a message: the window only opens at its usual place next time.
    }
  };
  const saveSoon = (): void => {
    timer ??= setTimeout(save, 400);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}
