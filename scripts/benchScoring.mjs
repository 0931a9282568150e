// `npm run bench:scoring -- --data DIR`: measures the predicted win probability on public data (tests/perf/benchScoring.ts says
// what and how). Other arguments go through, e.g. `--holdout DIR --sets b2b,chip --repeats 3 --json FILE`.
import { join } from 'node:path';
import { runScript } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { runStep } from './steps/runStep.mjs';

await runScript(async () => {
  const node = await prepare(sayProgress);
  return runStep(node, [join(root, 'tests', 'perf', 'benchScoring.ts'), ...process.argv.slice(2)]);
});
