// `npm test`: sets up everything the tests need and runs all of them.
// `npm test -- --bail` stops at the first step that fails; `npm test -- --only unit,lint` runs some steps.
import { parseArgs } from 'node:util';
import { buildProgram } from './setup/buildProgram.mjs';
import { ensureChromium } from './setup/ensureChromium.mjs';
import { ensureKhal } from './setup/ensureKhal.mjs';
import { runScript, SetupError } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';
import { allSteps } from './steps/allSteps.mjs';
import { runSteps } from './steps/runSteps.mjs';

await runScript(async () => {
  const { values } = parseArgs({ options: { bail: { type: 'boolean' }, only: { type: 'string' } } });
  const node = await prepare(sayProgress);
  const wanted = values.only?.split(',');
  const steps = allSteps().filter(({ name }) => wanted === undefined || wanted.includes(name));
  if (steps.length === 0)
    throw new SetupError(
      `there is no such step; there are: ${allSteps()
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  const browser = missingBrowser(steps);
  if (steps.some(({ name }) => name === 'integration')) ensureKhal(sayProgress);
  await buildProgram(node, sayProgress);
  return runSteps(
    node,
    steps.map((step) => (step.needsChromium && browser !== null ? { ...step, problem: browser } : step)),
    { bail: values.bail },
  );
});

/** Without a browser everything else is still worth running; the sentence is said at once and again in the table. */
function missingBrowser(steps) {
  if (!steps.some((step) => step.needsChromium)) return null;
  try {
    ensureChromium(sayProgress);
    return null;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    sayProgress(`Kongdan: ${error.message}`);
    return error.message;
  }
}
