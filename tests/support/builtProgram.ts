import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout that the tests belong to. */
export const repositoryFolder = join(import.meta.dirname, '..', '..');

/** Node 24 of the project: whichever Node runs the tests, the program runs on this one. */
export const nodeBinary = ((): string => {
  const own = join(repositoryFolder, 'node_modules', '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
})();

/** A file of the build; says what to do when it is missing. */
export function builtFile(...path: readonly string[]): string {
  const file = join(repositoryFolder, 'out', ...path);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" before this test.`);
  return file;
}
