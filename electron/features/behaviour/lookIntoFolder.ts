import type { ReadDb, WriteDb } from '#db/handles.ts';
import { importFileJob, type FileOutcome } from './importFileJob.ts';
import type { JobDefinition } from '../../workers/job.ts';
import { type LookOutcome, WatchedFolder } from './watchedFolder.ts';
import { saveWatchState, watchState } from './watchState.ts';

/** What a look needs of whoever calls it: a command, or the schedule. */
export interface LookPort {
  readonly db: ReadDb;
  readonly now: number;
  readonly runJob: <Input, Output>(job: JobDefinition<Input, Output>, input: Input) => Promise<Output>;
  /** Writes this device's own bookkeeping. */
  readonly write: (run: (db: WriteDb) => void) => void;
}

/* One per folder of this process: what the look before has seen tells which files are complete. */
const folders = new Map<string, WatchedFolder>();
let looking = false;

/**
 * Looks into the watched folder once. Null while nothing is watched, `busy` while another look is under way. A folder that
 * cannot be read (a drive that is not there) is noted and looked for again next time.
 */
export async function lookIntoFolder(port: LookPort): Promise<LookOutcome | 'busy' | null> {
  const { folder } = watchState(port.db);
  if (folder === null) return null;
  if (looking) return 'busy';
  looking = true;
  try {
    const watched = folders.get(folder) ?? new WatchedFolder(folder);
    folders.set(folder, watched);
    const importFile = (path: string, name: string): Promise<FileOutcome> => port.runJob(importFileJob, { path, name });
    const outcome = await watched.look(importFile);
    note(port, outcome, null);
    return outcome;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Anything else is a defect, which the caller logs.
    if (!/^E[A-Z]+$/u.test(code)) throw error;
    note(port, { handled: [], waiting: 0 }, code);
    return { handled: [], waiting: 0 };
  } finally {
    looking = false;
  }
}

/** Writes down what a look came to, if that is anything new. */
function note({ db, now, write }: LookPort, { handled }: LookOutcome, trouble: string | null): void {
  const before = watchState(db);
  if (handled.length === 0 && (before.trouble?.code ?? null) === trouble && before.lastLookAt !== null) return;
  write((target) =>
    saveWatchState(target, {
      ...before,
      lastLookAt: now,
      trouble: trouble === null ? null : { since: before.trouble?.since ?? now, code: trouble },
      files: [...handled.toReversed().map((file) => ({ ...file, at: now })), ...before.files],
    }),
  );
}
