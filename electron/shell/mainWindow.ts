import { BrowserWindow, screen } from 'electron';
import { appOrigin } from './appProtocol.ts';
import { fitToScreens, readWindowState, rememberWindowState } from './windowState.ts';

/** Opens the program's window where it was last time. It is shown once there is something to see. */
export function openMainWindow(options: {
  readonly userDataFolder: string;
  readonly preloadFile: string;
}): BrowserWindow {
  const remembered = readWindowState(options.userDataFolder);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { bounds, maximized } = fitToScreens(remembered, screens);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    title: 'Kongdan',
    show: false,
    autoHideMenuBar: process.platform !== 'darwin',
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Dropping a file beside a drop zone must not lead the window away.
      navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  rememberWindowState(window, options.userDataFolder);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}
