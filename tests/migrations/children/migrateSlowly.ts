/*
 * Opens the workspace named on the command line with three further migrations, each of which does a lot, and says when
 * it is in the middle of each. The parent kills it there.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openWorkspace } from '#db/open.ts';
import { slowMigrations } from './slowMigrations.ts';

const [path = '', pauseMs = '0'] = process.argv.slice(2);
const pause = new Int32Array(new SharedArrayBuffer(4));
const migrations = slowMigrations((name) => {
  writeSync(1, `${name}\n`);
  Atomics.wait(pause, 0, 0, Number(pauseMs));
});
writeSync(1, 'start\n');
const opened = openWorkspace(path, { now: Date.now(), randomBytes, migrations });
writeSync(1, opened.ok ? 'done\n' : `${JSON.stringify(opened.error)}\n`);
if (opened.ok) opened.value.close();
