// `npm run bench:core`: measures the core on a large workspace (tests/perf/benchCore.ts says what and how).
// Arguments go through, e.g. `npm run bench:core -- --size medium --rounds 50`.
import { join } from 'node:path';
import { buildProgram } from './setup/buildProgram.mjs';
import { runScript } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { runStep } from './steps/runStep.mjs';

await runScript(async () => {
  const node = await prepare(sayProgress);
  // The start to a usable board is measured on the built program.
  await buildProgram(node, sayProgress);
  return runStep(node, [join(root, 'tests', 'perf', 'benchCore.ts'), ...process.argv.slice(2)]);
});
