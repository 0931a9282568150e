import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `scripts/setup/buildProgram.mjs` builds beside `out` and then puts the new folder in its place. */
const out = process.env['KONGDAN_BUILD_FOLDER'] ?? at('out');

/**
 * Addresses have depth (/deals/…) and the files must be found from every one of them, after a reload too. electron-vite
 * sets a relative base for pages loaded from disk; ours come from `app:` or the loopback host, so this comes after it.
 */
const absoluteAddresses = { name: 'absolute-addresses', enforce: 'post' as const, config: () => ({ base: '/' }) };

/**
 * What every start needs, in three files: the way to the core, the libraries with what all screens share, and the light
 * parts of the interface. The kit's controls stay apart and come when one is shown.
 */
const firstFiles = [
  {
    name: 'link',
    priority: 3,
    test: /renderer\/platform\/(connection|currentTransport|earlyAnswers|host[A-Z]\w+|loadCode|tabChannel|transport)\.ts$|vite\/preload-helper/,
  },
  {
    name: 'base',
    priority: 2,
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual)[\w-]+|i18next|react-i18next|zod|zustand|lucide-react)\/|(renderer\/(platform|theme)|shared\/(lib|i18n))\//,
  },
  {
    name: 'parts',
    priority: 1,
    test: /renderer\/ui\/(?!\w*Control\.tsx|Dialog|Drawer|Popover|Menu|ContextMenu|menuItems|Kit|kit)\w+\.(ts|tsx)$/,
  },
];

/**
 * One build makes every shell: `out/main` holds the Electron main bundle, the command line (which also serves the
 * browser host) and the worker; `out/preload` the sandboxed preload (CommonJS by necessity); `out/renderer` the screens.
 */
export default defineConfig({
  main: {
    build: {
      outDir: join(out, 'main'),
      emptyOutDir: true,
      // Only the native module stays outside: bundling the rest saves 400 ms of start-up and most of the package's size.
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron', 'better-sqlite3', /^electron\//],
        input: {
          main: at('electron/main/index.ts'),
          cli: at('electron/cli/index.ts'),
          worker: at('electron/workers/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), absoluteAddresses],
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // Less to read at every start; electron-vite would leave it long.
      minify: true,
      // One sheet and few files: a browser asks for six at a time, and each costs more than its content.
      cssCodeSplit: false,
      rollupOptions: {
        input: at('renderer/index.html'),
        output: { codeSplitting: { groups: firstFiles } },
      },
    },
  },
});
