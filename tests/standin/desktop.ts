import { EventEmitter } from 'node:events';
import { screenArea } from './browserWindow.ts';

/**
 * What belongs to the desktop around the windows. None of it can be seen here: calls are recorded, dialogs answer as if the
 * person had cancelled. A test replaces a function on these objects to answer otherwise, as it would with real Electron.
 */
export const dialog = {
  errors: [] as { title: string; content: string }[],
  showErrorBox(title: string, content: string): void {
    dialog.errors.push({ title, content });
    process.stderr.write(`[dialog] ${title}: ${content}\n`);
  },
  showOpenDialog: (..._given: unknown[]) => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: (..._given: unknown[]) => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (..._given: unknown[]) => Promise.resolve({ response: 0, checkboxChecked: false }),
};

export const shell = {
  opened: [] as string[],
  openExternal(address: string): Promise<void> {
    shell.opened.push(address);
    process.stderr.write(`[shell] open ${address}\n`);
    return Promise.resolve();
  },
  openPath: (_path: string) => Promise.resolve(''),
  showItemInFolder: (_path: string): void => {},
};

export class Notification extends EventEmitter {
  static readonly shown: { title?: string; body?: string }[] = [];
  static isSupported(): boolean {
    return true;
  }
  readonly options: { title?: string; body?: string };
  constructor(options: { title?: string; body?: string } = {}) {
    super();
    this.options = options;
  }
  show(): void {
    Notification.shown.push(this.options);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: readonly object[];
  constructor(items: readonly object[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly object[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  popup(): void {}
}

const display = { id: 1, bounds: screenArea, workArea: screenArea, scaleFactor: 1 };
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
});

/** The icon beside the clock: what it was given, and the way to click what it offers. */
export class Tray extends EventEmitter {
  static readonly all: Tray[] = [];
  toolTip = '';
  menu: Menu | null = null;
  constructor(_image: unknown) {
    super();
    Tray.all.push(this);
  }
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }
  destroy(): void {
    Tray.all.splice(Tray.all.indexOf(this), 1);
  }
}

/** Says nothing by itself; a test emits `resume`, as the system would. */
export const powerMonitor = new EventEmitter();

export const nativeImage = {
  createFromDataURL: (url: string) => ({ toDataURL: () => url, isEmpty: () => url === '' }),
};
