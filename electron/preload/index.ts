import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { FileToSave, KongdanBridge, PickedFile } from '#shared/contract/bridge.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { channels } from '#electron/shell/channels.ts';

/** The whole surface between page and program; the page itself has no other power. */
const bridge: KongdanBridge = {
  invoke: (operation, input) =>
    ipcRenderer.invoke(channels.invoke, operation, input) as ReturnType<KongdanBridge['invoke']>,
  subscribe(listener) {
    const hear = (_event: unknown, event: CoreEvent): void => listener(event);
    ipcRenderer.on(channels.event, hear);
    return () => {
      ipcRenderer.removeListener(channels.event, hear);
    };
  },
  pickFile: (kinds) => ipcRenderer.invoke(channels.pickFile, kinds) as Promise<PickedFile | null>,
  handleForDroppedFile(file) {
    // Only files that the person dropped or chose have a path; a page cannot make one up.
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
    return path === ''
      ? Promise.resolve(null)
      : (ipcRenderer.invoke(channels.dropFile, path) as Promise<PickedFile | null>);
  },
  saveFile: (file: FileToSave) => ipcRenderer.invoke(channels.saveFile, file) as Promise<boolean>,
  readLent: (handle) => ipcRenderer.invoke(channels.readLent, handle) as Promise<Uint8Array | null>,
  saveLent: (handle) => ipcRenderer.invoke(channels.saveLent, handle) as Promise<boolean>,
  openLent: (handle) => ipcRenderer.invoke(channels.openLent, handle) as Promise<boolean>,
  openExternal: (address) => ipcRenderer.invoke(channels.openExternal, address) as Promise<boolean>,
  print: () => ipcRenderer.invoke(channels.print) as Promise<void>,
};

contextBridge.exposeInMainWorld('kongdan', bridge);
