import type { ReadDb } from '../../handles.ts';
import { isTouch } from '../conditions.ts';

/** When somebody of ours was last in touch with the lead (epoch ms), or null. */
export function leadLastTouch(db: ReadDb, leadId: string, now: number): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT max(x.at) AS at FROM activity x WHERE x.leadId = ? AND ${isTouch('x')}`,
      leadId,
      now,
    )?.at ?? null
  );
}
