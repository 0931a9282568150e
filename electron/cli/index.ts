import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeTooOld } from './nodeTooOld.ts';

// Nothing that loads the database library may be imported before this check: it ends an older Node without a word.
const complaint = nodeTooOld(process.versions.node);
if (complaint === null) {
  // A reader such as `head` that has seen enough is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  // Compiled code is kept beside the bundle and goes with it; where that folder cannot be written, nothing is kept.
  module.enableCompileCache(fileURLToPath(new URL('../.compiled/', import.meta.url)));
  const { runCli } = await import('./runCli.ts');
  // The bundle is out/main/cli.js; worker and page lie beside it.
  process.exitCode = await runCli(process.argv.slice(2), {
    workerFile: new URL('./worker.js', import.meta.url),
    rendererFolder: new URL('../renderer/', import.meta.url),
    manifest: new URL('../../package.json', import.meta.url),
  });
} else {
  process.stderr.write(`kongdan: ${complaint}\n`);
  process.exitCode = 2;
}
