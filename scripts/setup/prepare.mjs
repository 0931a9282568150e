import { findNode } from './findNode.mjs';
import { installDependencies } from './installDependencies.mjs';
import { requireSetupNode } from './nodeVersion.mjs';

/** What every script needs first: a Node for set-up, the dependencies, and Node for the program, which it answers. */
export async function prepare(say) {
  requireSetupNode();
  await installDependencies(say);
  return findNode();
}

/** Progress of set-up goes to standard error, so that standard output carries only results. */
export const sayProgress = (text) => process.stderr.write(`${text}\n`);
