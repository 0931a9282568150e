import { allOperations } from '#shared/contract/allOperations.ts';
import { type CliCommand, CliFailure } from '../command.ts';

/** `kongdan call OPERATION JSON`: any operation of the contract, for scripts and for looking into things. */
export const callCommand: CliCommand = {
  name: 'call',
  summary: 'call one operation with a JSON input',
  usage: `OPERATION ['JSON' | -]

Calls one operation and prints its answer as JSON. The input is {} when left out; "-" reads it from standard input.
The list of operations: kongdan operations.`,
  async run({ words }, context) {
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
    const value = await context.call(operation, parseJson(text));
    context.print(context.json ? JSON.stringify({ ok: true, value }) : JSON.stringify(value, null, 2));
    return 0;
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`The input is not JSON: ${reason}`, 2, { type: 'usage' });
  }
}
