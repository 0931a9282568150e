/** What `import 'electron'` gives a main process on the stand-in. */
import { join } from 'node:path';
import { app } from './application.ts';
import { BrowserWindow } from './browserWindow.ts';
import { startChromium } from './devtools.ts';
import { serveRequests } from './sessions.ts';
import { webContents } from './webContents.ts';

export { app } from './application.ts';
export { BrowserWindow } from './browserWindow.ts';
export { dialog, Menu, nativeImage, Notification, powerMonitor, screen, shell, Tray } from './desktop.ts';
export { ipcMain } from './ipcMain.ts';
export { protocol, session } from './sessions.ts';
export { webContents } from './webContents.ts';

/** Starts Chromium once the main module has run, as Electron is ready only then. `words` is the command line. */
export async function startStandIn(words: readonly string[]): Promise<void> {
  const port = words.find((word) => word.startsWith('--remote-debugging-port'));
  const switches = [...app.switches, ...(port === undefined ? [] : [port])];
  const devtools = startChromium(join(app.getPath('userData'), 'standin-chromium'), switches);
  app.devtools = devtools;
  devtools.once('ended', () => app.exit(0));
  devtools.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.targetId === targetId)
      ?.targetGone();
  });
  // Windows that pages open by themselves: the program's handler was asked, and Chromium's own window goes again.
  devtools.on(
    'Target.targetCreated',
    ({ targetInfo }: { targetInfo: { targetId: string; type: string; openerId?: string } }) => {
      if (targetInfo.type !== 'page' || targetInfo.openerId === undefined) return;
      void devtools.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
    },
  );
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  await serveRequests(devtools, (paused) => {
    const contents = webContents.getAllWebContents().find((candidate) => candidate.owns(paused.frameId));
    return contents?.mayNavigate(paused) ?? true;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
  app.becomeReady();
}
