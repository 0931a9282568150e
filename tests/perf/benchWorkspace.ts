import { createHash, randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { createWorkspace } from '#db/open.ts';
import { generateSample, SAMPLE_VERSION } from '#db/seed/generateSample.ts';
import { writeSample } from '#db/seed/writeSample.ts';
import { shippedCalendar } from '#electron/features/pipeline/workCalendar.ts';
import { ME_KEY } from '#electron/features/settings/settingsHandlers.ts';
import type { SampleSize } from '#shared/contract/workspace.contract.ts';

/** The day the measured workspace is made for, and the clock of the measured core: Wednesday 2026-09-16, 9:00 in Shanghai. */
export const BENCH_NOW = Date.UTC(2026, 8, 16, 1);
const TIME_ZONE = 'Asia/Shanghai';

/** How long making the sample took, kept beside the file. */
export interface SeedFigures {
  readonly deals: number;
  readonly rows: number;
  readonly seconds: number;
  /** Seconds of thinking the rows up, without writing them. */
  readonly thinkingSeconds: number;
  readonly megabytes: number;
}

/** A sample workspace of the size, made once and kept; one per version of sample, schema and size. */
export function cachedSample(
  folder: string,
  size: SampleSize,
  say: (text: string) => void,
): { path: string; seed: SeedFigures } {
  mkdirSync(folder, { recursive: true });
  const migrations = allMigrations.map(({ id, name, up }) => `${id} ${name} ${String(up)}`).join('\n');
  const schema = createHash('sha256').update(migrations).digest('hex').slice(0, 8);
  const path = join(folder, `${size}-sample${SAMPLE_VERSION}-schema${schema}.kongdan`);
  const figures = `${path}.json`;
  if (existsSync(path) && existsSync(figures)) {
    return { path, seed: JSON.parse(readFileSync(figures, 'utf8')) as SeedFigures };
  }
  say(`making the ${size} sample once …`);
  const part = join(folder, `making-${process.pid}.kongdan`);
  const seed = makeSample(part, size, say);
  renameSync(part, path);
  writeFileSync(figures, JSON.stringify(seed));
  return { path, seed };
}

function makeSample(path: string, size: SampleSize, say: (text: string) => void): SeedFigures {
  const created = createWorkspace(path, { now: BENCH_NOW, randomBytes: (length) => randomBytes(length) });
  if (!created.ok) throw new Error(`No workspace could be made: ${JSON.stringify(created.error)}`);
  const db = created.value;
  const plan = { size, seed: 1, locale: 'zh-CN', asOf: BENCH_NOW, calendar: shippedCalendar(TIME_ZONE) } as const;
  const target = {
    workspaceId: 'bench',
    name: 'bench',
    currency: 'CNY',
    timeZone: TIME_ZONE,
    meKey: ME_KEY,
    writtenAt: BENCH_NOW,
  };
  let told = performance.now();
  const started = told;
  const written = writeSample(db, plan, target, (phase, done, total) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    say(`  ${phase} ${done}/${total}`);
  });
  const seconds = (performance.now() - started) / 1000;
  db.close();
  if (!written.ok) throw new Error(`The sample could not be written: ${JSON.stringify(written.error)}`);
  const thought = performance.now();
  let rows = 0;
  for (const batch of generateSample(plan)) rows += batch.rows.count;
  const thinkingSeconds = (performance.now() - thought) / 1000;
  rmSync(`${path}-lock`, { force: true });
  return { deals: written.value.deals, rows, seconds, thinkingSeconds, megabytes: statSync(path).size / 1_048_576 };
}

/** A copy to write in; shares blocks with the original where the file system can. */
export function workingCopy(path: string, name: string): string {
  const copy = join(path, '..', `${name}-${process.pid}.kongdan`);
  copyFileSync(path, copy, constants.COPYFILE_FICLONE);
  return copy;
}

/** Removes a workspace file and what lies beside it. */
export function removeWorkspace(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock', '-backups']) {
    rmSync(path + suffix, { force: true, recursive: true });
  }
}
