import { app, dialog } from 'electron';
import { nodeTooOld } from '#electron/cli/nodeTooOld.ts';

// Nothing that loads the database library may be imported before this check: it ends an older Node without a word.
const complaint = nodeTooOld(process.versions.node);
if (complaint === null) {
  const { runDesktop } = await import('./runDesktop.ts');
  runDesktop({
    workerFile: new URL('./worker.js', import.meta.url),
    preloadFile: new URL('../preload/preload.cjs', import.meta.url),
    rendererFolder: new URL('../renderer/', import.meta.url),
  });
} else {
  dialog.showErrorBox('Kongdan', `Kongdan ${complaint}`);
  app.exit(2);
}
