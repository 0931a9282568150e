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
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
