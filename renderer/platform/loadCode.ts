import { readConnection, subscribeConnection } from './connection.ts';

/** Attempts that may fail while the program answers: after that the code is not there, or it is broken. */
const ATTEMPTS = 3;
const waits = [100, 300, 1000, 3000];

/**
 * Loads a part of the page. While the program does not answer it waits for it, as everything else does under the banner;
 * rejects only when the program is there and the code still is not.
 */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await load();
    } catch (error) {
      const isThere = readConnection() === 'connected' || readConnection() === 'unauthorised';
      if (isThere && failures >= ATTEMPTS) throw error;
      await changeOrWait(waits[Math.min(failures, waits.length) - 1] ?? 0);
    }
  }
}

/** Resolves when the connection changes, at the latest after so many milliseconds. */
function changeOrWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    const stop = subscribeConnection(finish);
  });
}
