import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clock of a host in a process of its own, which a test sets forward. */
export interface MovedClock {
  /** For `launchHost({ env })`. */
  readonly env: Readonly<Record<string, string>>;
  /** What the host takes for now, epoch ms. */
  now(): number;
  moveTo(instant: number): void;
  remove(): void;
}

/** A clock that runs on from `start` (epoch ms). Workers of the host are told the time by it. */
export function createMovedClock(start: number): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), 'kongdan-clock-'));
  const file = join(folder, 'shift');
  let shift = 0;
  const moveTo = (instant: number): void => {
    shift = instant - Date.now();
    // The host may read at any moment: it finds the old shift or the new one.
    writeFileSync(`${file}.new`, String(shift));
    renameSync(`${file}.new`, file);
  };
  moveTo(start);
  const preload = `import { readFileSync } from 'node:fs';
const real = Date.now;
Date.now = () => real() + Number(readFileSync(${JSON.stringify(file)}, 'utf8'));`;
  return {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` },
    now: () => Date.now() + shift,
    moveTo,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
