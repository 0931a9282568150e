import { existsSync } from 'node:fs';

/**
 * The Chromium that tests drive: `KONGDAN_CHROMIUM`, else the system's. Where there is none, the place where it should be:
 * starting it then fails with that name, while tools that only read the configuration (types, dead code) go on.
 */
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
  return places.find((place) => existsSync(place)) ?? places[0] ?? '';
}
