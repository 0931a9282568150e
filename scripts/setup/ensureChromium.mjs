import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { SetupError } from './fail.mjs';

const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** The browser that tests drive: `KONGDAN_CHROMIUM`, else one in the usual places; null when there is none. */
export function findChromium(env = process.env) {
  if (env.KONGDAN_CHROMIUM) return existsSync(env.KONGDAN_CHROMIUM) ? env.KONGDAN_CHROMIUM : null;
  return (places[process.platform] ?? []).find((place) => existsSync(place)) ?? null;
}

/** Makes sure of Chromium and, for pictures of Chinese screens, of a font with Chinese glyphs. */
export function ensureChromium(say) {
  if (process.env.KONGDAN_CHROMIUM && findChromium() === null) {
    throw new SetupError(`KONGDAN_CHROMIUM names ${process.env.KONGDAN_CHROMIUM}, and there is no such file.`);
  }
  const missing = [];
  if (findChromium() === null) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    say(`Installing ${missing.join(' and ')} (Debian packages, once) …`);
    try {
      aptGet(['update']);
      aptGet(['install', '-y', '--no-install-recommends', 'fontconfig', ...missing]);
    } catch (error) {
      // A font that cannot be had spoils pictures, not tests.
      if (findChromium() === null) throw error;
      say(error.message);
    }
  }
  if (findChromium() === null) {
    throw new SetupError(
      'the end-to-end tests need Chromium. Install it (Debian: "sudo apt-get install chromium fonts-noto-cjk") or name a ' +
        'Chromium or Chrome in the environment variable KONGDAN_CHROMIUM, and start again.',
    );
  }
  if (process.platform === 'linux' && !hasChineseFont()) {
    say(
      'No font with Chinese glyphs is installed: pictures of Chinese screens will show boxes (apt-get install fonts-noto-cjk).',
    );
  }
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (done.status === 0) return;
  throw new SetupError(
    `apt-get ${args[0]} failed, and what the end-to-end tests need could not be installed. Check the network and start again. It said:\n  ` +
      done.stderr.trim().split('\n').slice(-5).join('\n  '),
  );
}

function hasChineseFont() {
  const asked = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.trim() !== '';
}
