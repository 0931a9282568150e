import { allCommands } from './allCommands.ts';
import type { CliCommand } from './command.ts';

const globals = `Options for every command:
  --workspace FILE   the workspace to work on; the one used last when left out
  --user-data DIR    folder for settings and the recent workspaces
  --json             print results and errors as JSON, nothing else
  --help, --version

Ends with 0 when it worked, 1 when it did not, 2 when the command line was wrong.`;

/** The help for all commands, or for one. */
export function helpText(command?: CliCommand): string {
  if (command !== undefined) return `kongdan ${command.name} ${command.usage}\n\n${globals}`;
  const list = allCommands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n');
  return `kongdan COMMAND …\n\n${list}\n  ${'help'.padEnd(12)} more about one command: kongdan help COMMAND\n\n${globals}`;
}
