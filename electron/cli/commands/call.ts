import { allOperations } from '#shared/contract/allOperations.ts';
import { type CliCommand, CliFailure } from '../command.ts';

/** `kongdan call OPERATION JSON`: any operation of the contract, for scripts and for looking into things. */
export const callCommand: CliCommand = {
  name: 'call',
  summary: 'call one operation with a JSON input',
  usage: `OPERATION ['JSON' | -] [--file PATH]…

Calls one operation and prints its answer as JSON. The input is {} when left out; "-" reads it from standard input.
--file hands a file to the operation, as "files" of its input; it may be given several times:
  kongdan call document.attach '{"target":{"entity":"task","id":"…"}}' --file report.pdf
The list of operations: kongdan operations.`,
  options: { file: { type: 'string', multiple: true } },
  async run({ words, values }, context) {
    const [name, given = '{}', ...surplus] = words;
    if (name === undefined || surplus.length > 0) {
      throw new CliFailure("Use: kongdan call OPERATION 'JSON'", 2, { type: 'usage' });
    }
    const operation = allOperations.get(name);
    if (operation === undefined) {
      const message = `There is no operation "${name}". The list: kongdan operations.`;
      throw new CliFailure(message, 2, { type: 'unknownOperation' });
    }
    const text = given === '-' ? await context.readStandardInput() : given;
    const paths = [values['file'] ?? []].flat().map(String);
    const input = withFiles(parseJson(text), await Promise.all(paths.map((path) => context.handFile(path))));
    const value = await context.call(operation, input);
    context.print(context.json ? JSON.stringify({ ok: true, value }) : JSON.stringify(value, null, 2));
    return 0;
  },
};

function withFiles(input: unknown, handles: readonly string[]): unknown {
  if (handles.length === 0) return input;
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input, files: handles };
  throw new CliFailure('With --file the input must be a JSON object.', 2, { type: 'usage' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`The input is not JSON: ${reason}`, 2, { type: 'usage' });
  }
}
