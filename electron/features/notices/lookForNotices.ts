import type { ReadDb, WriteDb } from '#db/handles.ts';
import { knownNotices } from '#db/queries/notice/knownNotices.ts';
import { staleNotices, waitingNotices } from '#db/queries/notice/noticeRows.ts';
import { addNotice, dropNotices, readNotices, showNotices, supersedeDue } from '#db/repositories/notices.ts';
import type { WantedNotice } from '#shared/domain/notices/notice.ts';
import { isQuiet } from '#shared/domain/notices/quietHours.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { findWanted, type Sweep } from './findWanted.ts';
import { noticeClock } from './noticeSettings.ts';

/** What a look needs: whose, when, where. */
export interface LookDeps {
  readonly db: ReadDb;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
  readonly memberId: string;
  readonly newId: () => string;
  readonly sweep: Sweep;
  /** Runs one transaction on tables of this device. */
  readonly write: (run: (db: WriteDb) => void) => void;
}

/** More at once is nothing that a person takes in; the rest follows with the next look. */
const SHOWN_AT_ONCE = 200;
const STALE_AFTER_MS = 60 * DAY_MS;
const STALE_AT_ONCE = 300;

/**
 * Looks once: keeps what the records call for and what was not known yet, and shows what waits unless the person is to be
 * left alone. Returns the ids of the notices that were shown by this look. Everything is derived from the records, so
 * that looking twice, late or after the clock was changed neither loses nor repeats anything.
 */
export function lookForNotices(deps: LookDeps): string[] {
  const { db, now, memberId } = deps;
  if (memberId === '') return [];
  const clock = noticeClock(db, now, deps.timeZone);
  const fresh = unknownOf(db, memberId, findWanted(db, memberId, clock, deps.sweep));
  const quiet = isQuiet(clock.personal.quiet, now, clock.calendar);
  const waiting = quiet || fresh.length > 0 ? [] : waitingNotices(db, memberId, now, SHOWN_AT_ONCE);
  const stale = staleNotices(db, memberId, now - STALE_AFTER_MS, STALE_AT_ONCE);
  if (fresh.length === 0 && waiting.length === 0 && stale.length === 0) return [];
  let shown: string[] = [];
  deps.write((write) => {
    for (const notice of fresh) keep(deps, write, notice);
    readNotices(write, memberId, stale, now);
    if (!quiet) shown = show(write, memberId, now);
  });
  return shown;
}

/** The first of equal occasions that are not known; the front of a sweep is read with every look. */
function unknownOf(db: ReadDb, memberId: string, wanted: readonly WantedNotice[]): WantedNotice[] {
  if (wanted.length === 0) return [];
  const known = knownNotices(db, memberId, wanted);
  return wanted.filter(({ kind, key }) => {
    const name = `${kind}|${key}`;
    if (known.has(name)) return false;
    known.add(name);
    return true;
  });
}

function keep(deps: LookDeps, write: WriteDb, notice: WantedNotice): void {
  addNotice(write, { ...notice, id: deps.newId(), memberId: deps.memberId, params: '{}' });
  if (notice.kind === 'taskOverdue') supersedeDue(write, deps.memberId, notice.entityId, deps.now);
}

function show(write: WriteDb, memberId: string, now: number): string[] {
  const waiting = waitingNotices(write, memberId, now, SHOWN_AT_ONCE);
  const holding = waiting.filter(({ holds }) => holds === 1).map(({ id }) => id);
  const over = waiting.filter(({ holds }) => holds === 0);
  showNotices(write, holding, now);
  // What was put off and is done meanwhile comes back without a word should it be opened again.
  showNotices(
    write,
    over.filter(({ snoozedUntil }) => snoozedUntil !== null).map(({ id }) => id),
    now,
  );
  dropNotices(
    write,
    over.filter(({ snoozedUntil }) => snoozedUntil === null).map(({ id }) => id),
  );
  return holding;
}
