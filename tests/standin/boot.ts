/**
 * Starts a built main process without Electron: `import 'electron'` leads to electronModule.ts, which drives Chromium over
 * its DevTools protocol. The program under test is not changed. Development and tests only.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const electronModule = new URL('./electronModule.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: electronModule, shortCircuit: true }
      : next(specifier, context),
});

const words = process.argv.slice(2);
process.argv = [join(import.meta.dirname, 'electron'), ...words];

// Playwright's loader waits with `ready` until Playwright is connected; it also takes its own words out of argv.
const preload = words.indexOf('-r');
if (preload !== -1) createRequire(import.meta.url)(words[preload + 1] ?? '');

const program = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (program === undefined) throw new Error('Say which program to start, as with Electron: electron FOLDER');
const { app, startStandIn } = await import('./electronModule.ts');
const start = findMain(resolve(program));
app.setAppPath(start.folder);
await import(pathToFileURL(start.main).href);
await startStandIn(words);

function findMain(given: string): { folder: string; main: string } {
  if (!statSync(given).isDirectory()) return { folder: dirname(given), main: given };
  const manifest = join(given, 'package.json');
  const { main } = JSON.parse(readFileSync(manifest, 'utf8')) as { main: string };
  const file = join(given, main);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  return { folder: given, main: file };
}
