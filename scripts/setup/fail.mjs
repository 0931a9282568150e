/** A problem that the person can solve; told without a stack. */
export class SetupError extends Error {}

/** Runs a script's body; a SetupError becomes one paragraph on standard error and exit code 1. */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\nKongdan: ${error.message}\n`);
    process.exitCode = 1;
  }
}
