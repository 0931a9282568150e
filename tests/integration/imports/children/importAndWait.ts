// Runs one import and tells standard output how far it is; the test kills it in the middle.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openWorkspace } from '#db/open.ts';
import { createIdSource } from '#electron/core/idSource.ts';
import { inspectJob, runImportJob } from '#electron/features/imports/importJobs.ts';

const [workspacePath = '', file = '', pauseAt = '0'] = process.argv.slice(2);
const opened = openWorkspace(workspacePath, { now: Date.now(), randomBytes });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
let paused = false;
const context = {
  workspace: opened.value,
  now: Date.now(),
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  actorId: '',
  newId: createIdSource(Date.now, randomBytes),
  report: (phase: string, done: number) => {
    if (phase !== 'rows' || done < Number(pauseAt) || paused) return;
    paused = true;
    process.stdout.write(`at ${done}\n`);
    // Blocks the thread inside the transaction until the signal comes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  },
};
const files = [{ handle: 'file', path: file, name: 'deals.csv' }];
const inspected = await inspectJob.run({ ...context, report: () => {} }, { files });
if (!inspected.ok) throw new Error(JSON.stringify(inspected.error));
await runImportJob.run(context, { plan: inspected.value.plan, files });
process.stdout.write(`done ${readFileSync(file).length}\n`);
opened.value.close();
