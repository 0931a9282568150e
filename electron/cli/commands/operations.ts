import { z } from 'zod';
import { allOperations } from '#shared/contract/allOperations.ts';
import { type CliCommand, CliFailure } from '../command.ts';

/** `kongdan operations [NAME]`: what can be called, with the JSON schema of each input. */
export const operationsCommand: CliCommand = {
  name: 'operations',
  summary: 'list every operation, with the JSON schema of its input',
  usage: `[NAME]

Lists all operations (kind and name); with NAME, or with --json, prints the JSON schema of the input as well.`,
  run({ words }, context) {
    const [name] = words;
    if (name !== undefined && !allOperations.has(name)) {
      return Promise.reject(new CliFailure(`There is no operation "${name}".`, 2, { type: 'unknownOperation' }));
    }
    const chosen = [...allOperations.values()].filter((operation) => name === undefined || operation.name === name);
    if (context.json || name !== undefined) {
      const described = chosen.map((operation) => ({
        name: operation.name,
        kind: operation.kind,
        needsWorkspace: operation.needsWorkspace,
        input: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }),
      }));
      context.print(JSON.stringify(name === undefined ? described : described[0], null, 2));
    } else {
      for (const operation of chosen) context.print(`${operation.kind.padEnd(8)} ${operation.name}`);
    }
    return Promise.resolve(0);
  },
};
