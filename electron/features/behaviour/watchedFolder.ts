import { access, constants, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { FileOutcome } from './importFileJob.ts';
import { problemNote, rowsNote } from './problemNote.ts';

/** A file as one look saw it. */
interface Sighting {
  readonly bytes: number;
  readonly changedAt: number;
}

/** What a file came to, for the list of the last ones. */
export interface HandledFile {
  readonly name: string;
  readonly outcome: 'imported' | 'known' | 'problem';
  readonly problem: string;
  readonly created: number;
  readonly unmatched: number;
  readonly skipped: number;
  readonly batchId: string | null;
}

/** What one look came to; `waiting` files are still being written, or were seen for the first time. */
export interface LookOutcome {
  readonly handled: readonly HandledFile[];
  readonly waiting: number;
}

/** Files taken in by one look; the rest waits for the next. */
const PER_LOOK = 20;
const PARTIAL = /\.(part|partial|tmp|temp|crdownload|download|swp)$/iu;

/**
 * Looks into one folder for files that were dropped there. A file is taken once two looks saw it with the same size and
 * time, so that none is read while it is being copied; then it moves to `done` or `problem` beside, with a text that says what
 * was wrong. Everything of the folder's own that is not a plain file is left alone.
 */
export class WatchedFolder {
  private readonly folder: string;
  private seen = new Map<string, Sighting>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Throws what the system says when the folder itself cannot be read. */
  async look(importFile: (path: string, name: string) => Promise<FileOutcome>): Promise<LookOutcome> {
    const now = await this.files();
    const steady = [...now].filter(([name, { bytes, changedAt }]) => {
      const before = this.seen.get(name);
      return before?.bytes === bytes && before.changedAt === changedAt;
    });
    this.seen = now;
    const handled: HandledFile[] = [];
    for (const [name] of steady.slice(0, PER_LOOK)) {
      const path = join(this.folder, name);
      // Another program still holds it: on Windows it cannot be opened, elsewhere it will not be steady.
      if (!(await canRead(path))) continue;
      const outcome = await importFile(path, name);
      if (outcome.type === 'refused' && outcome.failure.type === 'storage') continue;
      handled.push(await this.putAway(name, outcome));
      this.seen.delete(name);
    }
    return { handled, waiting: this.seen.size };
  }

  private async files(): Promise<Map<string, Sighting>> {
    const found = new Map<string, Sighting>();
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      if (!entry.isFile() || /^[.~]/u.test(entry.name) || PARTIAL.test(entry.name)) continue;
      // It may have gone since.
      const known = await stat(join(this.folder, entry.name)).catch(() => null);
      if (known) found.set(entry.name, { bytes: known.size, changedAt: known.mtimeMs });
    }
    return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private async putAway(name: string, outcome: FileOutcome): Promise<HandledFile> {
    const isProblem = outcome.type === 'refused';
    const target = join(this.folder, isProblem ? 'problem' : 'done');
    await mkdir(target, { recursive: true });
    const path = await freePath(target, name);
    await rename(join(this.folder, name), path);
    const note = noteOf(outcome);
    if (note !== null) await writeFile(`${path}.txt`, note, 'utf8');
    return {
      name,
      outcome: isProblem ? 'problem' : outcome.type,
      problem: isProblem ? outcome.failure.type : '',
      created: outcome.type === 'imported' ? outcome.created : 0,
      unmatched: outcome.type === 'imported' ? outcome.unmatched : 0,
      skipped: outcome.type === 'imported' ? outcome.skipped : 0,
      batchId: outcome.type === 'imported' ? outcome.batchId : null,
    };
  }
}

/** Why a folder cannot be watched; null when it can. */
export async function whyNotWatched(folder: string): Promise<'noFolder' | 'notWritable' | null> {
  const known = await stat(folder).catch(() => null);
  if (!known?.isDirectory()) return 'noFolder';
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    return null;
  } catch {
    return 'notWritable';
  }
}

async function canRead(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** A name that is free in the folder: `events.csv`, `events (2).csv`, … */
async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    if ((await stat(path).catch(() => null)) === null) return path;
  }
}

function noteOf(outcome: FileOutcome): string | null {
  if (outcome.type === 'refused') return problemNote(outcome.failure);
  if (outcome.type === 'imported' && outcome.problemsTotal > 0)
    return rowsNote(outcome.problems, outcome.problemsTotal);
  return null;
}
