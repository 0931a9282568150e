import type { WorkspaceDb } from '#db/open.ts';
import { ok } from '#shared/lib/result.ts';
import { shippedCalendar } from '../pipeline/workCalendar.ts';
import type { ScoringContext } from './rescore.ts';

/** Scoring on an open workspace. Figures belong to this device: no shared table is touched, nothing enters the log. */
export function scoringContext(
  db: WorkspaceDb,
  { now, timeZone, actorId }: { readonly now: number; readonly timeZone: string; readonly actorId: string },
): ScoringContext {
  const calendar = shippedCalendar(timeZone);
  return {
    db: db.read,
    now,
    dayStart: calendar.startOf(calendar.dayOf(now)),
    write: (run) => {
      const { result } = db.write({ actor: actorId, label: 'scoring', at: now }, (write) => {
        run(write);
        return ok(null);
      });
      if (!result.ok) throw Object.assign(new Error('Scores could not be written'), { code: result.error.code });
    },
  };
}
