import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { allCommands } from './allCommands.ts';
import { type BuiltFiles, type CliCommand, CliFailure } from './command.ts';
import { createContext } from './createContext.ts';
import { findFolders } from './folders.ts';
import { helpText } from './helpText.ts';

const globalOptions = {
  workspace: { type: 'string' },
  'user-data': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} satisfies ParseArgsOptionsConfig;

/** Runs the command line and answers the exit code. Nothing is thrown: what went wrong is told on standard error. */
export async function runCli(argv: readonly string[], files: BuiltFiles): Promise<number> {
  const json = argv.includes('--json');
  try {
    return await runCommand(argv, files, json);
  } catch (error) {
    const failure =
      error instanceof CliFailure
        ? error
        : new CliFailure(error instanceof Error ? error.message : String(error), 1, { type: 'internal' });
    if (json)
      process.stdout.write(`${JSON.stringify({ ok: false, error: failure.error, message: failure.message })}\n`);
    else process.stderr.write(`kongdan: ${failure.message}\n`);
    return failure.exitCode;
  }
}

async function runCommand(argv: readonly string[], files: BuiltFiles, json: boolean): Promise<number> {
  const first = argv.find((word) => !word.startsWith('-'));
  const command = allCommands.find(({ name }) => name === commandWord(argv));
  const { values, positionals } = parse(argv, command);
  if (values['version'] === true) {
    const { version } = JSON.parse(readFileSync(files.manifest, 'utf8')) as { version: string };
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (command === undefined || values['help'] === true) {
    const wanted = command ?? allCommands.find(({ name }) => positionals[0] === 'help' && name === positionals[1]);
    if (first !== undefined && first !== 'help' && wanted === undefined)
      throw misuse(`There is no command "${first}".`);
    process.stdout.write(`${helpText(wanted)}\n`);
    return first === undefined && values['help'] !== true ? 2 : 0;
  }
  const folders = findFolders(values['user-data'] as string | undefined);
  if (folders === null) throw misuse('This account has no home folder. Say where to keep settings: --user-data DIR.');
  const workspace = values['workspace'] as string | undefined;
  const context = createContext({
    folders,
    files,
    json,
    workspace: workspace === undefined ? undefined : resolve(workspace),
  });
  try {
    return await command.run({ values, words: positionals.slice(1) }, context);
  } finally {
    await context.end();
  }
}

/** The first word that is not an option nor the value of a global option. */
function commandWord(argv: readonly string[]): string | undefined {
  const { positionals } = parseArgs({ args: [...argv], options: globalOptions, strict: false, allowPositionals: true });
  return positionals[0];
}

function parse(argv: readonly string[], command: CliCommand | undefined): ReturnType<typeof parseArgs> {
  try {
    const options: ParseArgsOptionsConfig = { ...command?.options, ...globalOptions };
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error));
  }
}

function misuse(text: string): CliFailure {
  return new CliFailure(`${text} See "kongdan help".`, 2, { type: 'usage' });
}
