import type { ReadDb } from '../../handles.ts';
import { isTouch } from '../conditions.ts';

/** Something a person did: a visit to the website, a download, an event. */
export interface BehaviourRow {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly durationSeconds: number | null;
  readonly detail: string;
}

/** The newest behaviour events of a lead, and how many there are. */
export function leadBehaviours(db: ReadDb, leadId: string, limit: number): { rows: BehaviourRow[]; total: number } {
  return {
    rows: db.all<BehaviourRow>(
      'SELECT id, kind, at, durationSeconds, detail FROM behaviourEvent WHERE leadId = ? ORDER BY at DESC, id LIMIT ?',
      leadId,
      limit,
    ),
    total: db.get<{ n: number }>('SELECT count(*) AS n FROM behaviourEvent WHERE leadId = ?', leadId)?.n ?? 0,
  };
}

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
