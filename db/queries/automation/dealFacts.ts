import type { IsoDate } from '#shared/lib/time.ts';
import { isTouch } from '../conditions.ts';
import type { ReadDb } from '../../handles.ts';

/** A deal as rules see it, without what only some rules ask for. */
export interface FactRow {
  readonly id: string;
  readonly processId: string | null;
  readonly status: string;
  readonly stageId: string | null;
  readonly stageKey: string | null;
  readonly stageClass: string | null;
  readonly stageEnteredAt: number;
  readonly allowedDays: number | null;
  readonly createdAt: number;
  readonly managerId: string | null;
  readonly accountId: string | null;
  readonly primaryContactId: string | null;
  readonly ownerId: string | null;
  readonly name: string;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly ownWinRate: number | null;
  readonly expectedClose: string | null;
  readonly forecastCategory: string;
  readonly nextStep: string;
  readonly description: string;
  readonly source: string;
  readonly qualificationLevel: string;
}

/**
 * Deals outside the trash by their ids. Long texts are read only when they are asked for (`withTexts`), empty otherwise: of
 * a hundred thousand deals they are most of what would be read.
 */
export function factRows(db: ReadDb, ids: readonly string[], withTexts: boolean): FactRow[] {
  const texts = withTexts ? 'o.name, o.nextStep, o.description' : "'' AS name, '' AS nextStep, '' AS description";
  return db.all<FactRow>(
    `SELECT o.id, o.processId, o.status, o.stageId, s.key AS stageKey, s.stageClass, o.stageEnteredAt, s.allowedDays,
       o.createdAt, m.managerId, o.accountId, o.primaryContactId, o.ownerId, ${texts}, o.amountMinor, o.currency,
       o.ownWinRate, o.expectedClose, o.forecastCategory, o.source, o.qualificationLevel
     FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value
     LEFT JOIN stage s ON s.id = o.stageId LEFT JOIN member m ON m.id = o.ownerId
     WHERE o.removedAt IS NULL`,
    JSON.stringify(ids),
  );
}

/** The newest contact with the customer of each deal by `now`; deals without any are left out. */
export function lastContacts(db: ReadDb, ids: readonly string[], now: number): Map<string, number> {
  const rows = db.all<{ id: string; at: number | null }>(
    `SELECT j.value AS id, (
       SELECT a.at FROM activity a WHERE a.opportunityId = j.value AND ${isTouch('a')} ORDER BY a.at DESC LIMIT 1
     ) AS at FROM json_each(?) j`,
    now,
    JSON.stringify(ids),
  );
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}

/** An open task that was due before a day. */
export interface LateTaskRow {
  readonly opportunityId: string;
  readonly id: string;
  readonly dueDate: IsoDate;
}

/** Open tasks of these deals that were due before `today`. */
export function lateTasks(db: ReadDb, ids: readonly string[], today: string): LateTaskRow[] {
  return db.all<LateTaskRow>(
    `SELECT t.opportunityId, t.id, t.dueDate FROM json_each(?) j CROSS JOIN task t
       ON t.opportunityId = j.value AND t.status = 'open' AND t.dueDate < ?
     WHERE t.removedAt IS NULL`,
    JSON.stringify(ids),
    today,
  );
}
