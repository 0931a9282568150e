// `npm run check`: the fast part of `npm test`, without browser and without long random tests.
import { buildProgram } from './setup/buildProgram.mjs';
import { runScript } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { checkSteps, fastTestSteps } from './steps/allSteps.mjs';
import { runSteps } from './steps/runSteps.mjs';

await runScript(async () => {
  const node = await prepare(sayProgress);
  // The integration tests start the built command line; the build is skipped when nothing has changed.
  await buildProgram(node, sayProgress);
  return runSteps(node, [...checkSteps(), ...fastTestSteps()]);
});
