import { setTimeout as wait } from 'node:timers/promises';
import { askRunningHost, findRunningHost, isAlive } from '#electron/host/askRunningHost.ts';
import { CliFailure } from './command.ts';

/** Ten seconds are plenty to close a database, in milliseconds. */
const patience = 10_000;

/** Asks the running host to end and waits until its process is gone. Null when none runs. */
export async function stopRunningHost(userDataFolder: string): Promise<number | null> {
  const found = await findRunningHost(userDataFolder, Date.now);
  if (found.type === 'none') return null;
  const pid = found.type === 'running' ? found.instance.pid : found.pid;
  if (found.type === 'running') await askRunningHost(found.instance, 'stop', {});
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited >= patience) {
      throw new CliFailure(`Kongdan (process ${pid}) did not end. End that process by hand.`, 1, {
        type: 'unresponsive',
      });
    }
    await wait(50);
  }
  return pid;
}
