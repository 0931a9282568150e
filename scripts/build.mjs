// `npm run build`: builds whether or not the sources changed.
import { buildProgram } from './setup/buildProgram.mjs';
import { runScript } from './setup/fail.mjs';
import { prepare, sayProgress } from './setup/prepare.mjs';

await runScript(async () => {
  await buildProgram(await prepare(sayProgress), sayProgress, { force: true });
  return 0;
});
