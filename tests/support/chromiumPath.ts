import { existsSync } from 'node:fs';

/** The Chromium that tests drive: `KONGDAN_CHROMIUM`, else the system's. Says what to do when there is none. */
export function chromiumPath(): string {
  const named = process.env['KONGDAN_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const places =
    process.platform === 'darwin'
      ? [
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        ]
      : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error('No Chromium: install it (Debian: apt-get install chromium) or name one in KONGDAN_CHROMIUM.');
}
