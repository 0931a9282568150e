import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The calendar program that our calendar files are imported into by a test; null when there is none. */
export const findKhal = () => (existsSync('/usr/bin/khal') ? '/usr/bin/khal' : null);

/** Installs it where that can be done. Without it one test says that it was left out; nothing else depends on it. */
export function ensureKhal(say) {
  if (findKhal() !== null) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing khal (Debian package, once) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'khal']])
      spawnSync('apt-get', ['-qq', ...words], { env, stdio: 'ignore' });
  }
  if (findKhal() === null) {
    say(
      'khal is not installed: the import of calendar files into a second program is not tested (apt-get install khal).',
    );
  }
}
