import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processes that still carry the mark of a test run, as `pid command`. Linux only: elsewhere nothing can be told and the
 * list is empty.
 */
export function findLeftovers(mark) {
  if (process.platform !== 'linux') return [];
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      if (!environment.split('\0').includes(`KONGDAN_TEST_RUN=${mark}`)) continue;
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) continue;
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      found.push({ pid: Number(pid), command: command.slice(0, 120) });
    } catch {
      // It ended while it was looked at, or belongs to somebody else.
    }
  }
  return found;
}
