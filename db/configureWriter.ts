import type { Connection } from './driver.ts';

/** How long a statement waits for a writer in another thread or program. */
export const BUSY_TIMEOUT_MS = 5000;

/** The settings of every writing connection; each is justified in docs/adr/0003-data-layer.md. */
export function configureWriter(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // With it, REPLACE fires delete triggers, so that the log knows what was replaced.
  connection.pragma('recursive_triggers = ON');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -65536');
  // A mapped file that another program cuts short ends the process; a read error does not.
  connection.pragma('mmap_size = 0');
  connection.pragma('journal_size_limit = 67108864');
}
