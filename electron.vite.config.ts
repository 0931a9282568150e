import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * One build makes every shell: `out/main` holds the Electron main bundle, the command line (which also serves the
 * browser host) and the worker; `out/preload` the sandboxed preload (CommonJS by necessity); `out/renderer` the screens.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { include: ['better-sqlite3'], exclude: ['drizzle-orm'] },
      rollupOptions: {
        external: ['electron', 'better-sqlite3'],
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
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
