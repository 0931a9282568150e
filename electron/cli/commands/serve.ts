import { once } from 'node:events';
import type { Host } from '#electron/host/startHost.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { errorText } from '#shared/i18n/errorText.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { type CliCommand, type CliContext, CliFailure } from '../command.ts';

/** `kongdan serve`: the browser host, until Ctrl+C. */
export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'serve the program to a browser on this machine',
  usage: `[--port N]

Serves on 127.0.0.1 only and prints a link that works once. Runs until Ctrl+C or "kongdan stop". When Kongdan is
served already, prints a fresh link to it and ends.`,
  options: { port: { type: 'string' } },
  async run({ values }, context) {
    const port = readPort(values['port']);
    // Listened for before anything is printed: whoever reads the link may end the host at once.
    const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
    const start = await context.startHost(port);
    if (start.type === 'running') {
      say(context, start.url, start.pid, true);
      return 0;
    }
    const { host } = start;
    try {
      await openNamedWorkspace(host, context.workspace);
      say(context, host.link(), process.pid, false);
      await Promise.race([host.stopAsked, ended]);
    } finally {
      await host.close();
    }
    return 0;
  },
};

function say(context: CliContext, url: string, pid: number, running: boolean): void {
  if (context.json) context.print(JSON.stringify({ url, pid, running }));
  else context.print(running ? `Kongdan is running already: ${url}` : `Kongdan: ${url}`);
}

function readPort(given: unknown): number {
  if (given === undefined) return 0;
  const port = typeof given === 'string' && /^\d{1,5}$/.test(given) ? Number(given) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new CliFailure('--port takes a number from 1 to 65535.', 2, { type: 'usage' });
}

/** A workspace named on the command line that cannot be opened ends the start: the person asked for that very one. */
async function openNamedWorkspace(host: Host, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const answer = await host.core.invoke(workspaceContract.open.name, { path }, { door: 'cli' });
  if (answer.ok) return;
  const { title, detail } = errorText(answer.error, createTranslator('en'));
  throw new CliFailure(`${path}: ${title} (${answer.error.type})\n${detail}`, 1, answer.error);
}
