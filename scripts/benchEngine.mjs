// `npm run bench:engine`: measures the task engine on a large workspace (tests/perf/benchEngine.ts says what and how).
// Arguments go through, e.g. `npm run bench:engine -- --size medium --rounds 20`.
import { join } from 'node:path';
import { runScript } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { runStep } from './steps/runStep.mjs';

await runScript(async () => {
  const node = await prepare(sayProgress);
  return runStep(node, [join(root, 'tests', 'perf', 'benchEngine.ts'), ...process.argv.slice(2)]);
});
