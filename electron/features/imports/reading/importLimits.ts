/** How much one file may hold; tests hand in smaller ones. */
export interface ImportLimits {
  /** Bytes after unpacking. */
  readonly bytes: number;
  /** Characters of one record; a quote that never closes must not swallow the memory. */
  readonly recordCharacters: number;
  /** Staged rows beyond this go to a temporary file. */
  readonly memoryBytes: number;
}

/** 256 MB per file, some two million rows: above that a CSV file is the wrong way (product decision). */
export const importLimits: ImportLimits = {
  bytes: 256 * 1024 * 1024,
  recordCharacters: 1024 * 1024,
  memoryBytes: 48 * 1024 * 1024,
};
