import type { CliCommand } from './command.ts';
import { callCommand } from './commands/call.ts';
import { importCommand } from './commands/import.ts';
import { operationsCommand } from './commands/operations.ts';
import { scoreCsvCommand } from './commands/scoreCsv.ts';
import { seedCommand } from './commands/seed.ts';
import { serveCommand } from './commands/serve.ts';
import { stopCommand } from './commands/stop.ts';

/** Every sub-command in the order of the help. */
export const allCommands: readonly CliCommand[] = [
  serveCommand,
  stopCommand,
  seedCommand,
  importCommand,
  scoreCsvCommand,
  callCommand,
  operationsCommand,
];
