import type { CliCommand } from '../command.ts';

/** `kongdan stop`: ends the running browser host as Ctrl+C in its terminal would. */
export const stopCommand: CliCommand = {
  name: 'stop',
  summary: 'end the running browser host',
  usage: '\n\nEnds the browser host of this user data folder, if one runs, and waits until it has ended.',
  async run(_args, context) {
    const pid = await context.stopHost();
    context.note(pid === null ? 'Kongdan is not running.' : `Kongdan (process ${pid}) has ended.`);
    if (context.json) context.print(JSON.stringify({ stopped: pid !== null }));
    return 0;
  },
};
