// Trains once and tells standard output when learning has begun; the test kills it then.
import { randomBytes } from 'node:crypto';
import { openWorkspace } from '#db/open.ts';
import { createIdSource } from '#electron/core/idSource.ts';
import { trainJob } from '#electron/features/scoreModels/trainJob.ts';

const [workspacePath = ''] = process.argv.slice(2);
const opened = openWorkspace(workspacePath, { now: Date.now(), randomBytes });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const context = {
  workspace: opened.value,
  now: Date.now(),
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  actorId: '',
  newId: createIdSource(Date.now, randomBytes),
  report: (phase: string) => {
    if (phase === 'reading') return;
    process.stdout.write(`at ${phase}\n`);
    // Blocks the thread until the signal comes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  },
};
await trainJob.run(context, { kind: 'deal' });
