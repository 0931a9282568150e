import type { ReadDb, SqlValue } from '../../handles.ts';
import {
  activitySource,
  doneTaskSource,
  fieldChangeSource,
  pastChangeSource,
  stageChangeSource,
  type TimelineSource,
  type TimelineSubject,
} from './timelineSources.ts';
import { byName } from '../nameOrder.ts';

/** A stretch of time: from inclusive, before exclusive, epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

/** Something that happened, with who logged it. */
export interface ActivityRow {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly subject: string;
  readonly note: string;
  readonly durationMinutes: number | null;
  readonly private: number;
  readonly ownerId: string | null;
  readonly who: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
}

/** Activities within a stretch, newest first. */
export function timelineActivities(db: ReadDb, subject: TimelineSubject, stretch: Stretch): ActivityRow[] {
  return within<ActivityRow>(
    db,
    `SELECT x.id, x.at, x.kind, x.subject, x.note, x.durationMinutes, x.private, x.ownerId,
      coalesce((SELECT name FROM member WHERE id = x.ownerId), '') AS who, x.opportunityId,
      (SELECT name FROM opportunity WHERE id = x.opportunityId) AS opportunityName`,
    activitySource(subject),
    stretch,
  );
}

/** Who took part in these activities, by name. */
export function activityPeople(
  db: ReadDb,
  activityIds: readonly string[],
): { activityId: string; id: string; name: string }[] {
  return db.all(
    `SELECT ac.activityId, c.id, c.name FROM json_each(?) j CROSS JOIN activityContact ac ON ac.activityId = j.value
    JOIN contact c ON c.id = ac.contactId ORDER BY ${byName('contact', 'c.id')}`,
    JSON.stringify(activityIds),
  );
}

/** A stage move with the names of its stages; `from` is empty for the first. */
export interface StageChangeRow {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly who: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
}

/** Stage moves within a stretch, newest first. */
export function timelineStageChanges(db: ReadDb, subject: TimelineSubject, stretch: Stretch): StageChangeRow[] {
  return within<StageChangeRow>(
    db,
    `SELECT c.id, c.at, c.kind, coalesce((SELECT name FROM stage WHERE id = c.fromStageId), '') AS "from",
      coalesce((SELECT name FROM stage WHERE id = c.toStageId), '') AS "to", c.reason,
      coalesce((SELECT name FROM member WHERE id = c.byId), '') AS who, c.opportunityId,
      (SELECT name FROM opportunity WHERE id = c.opportunityId) AS opportunityName`,
    stageChangeSource(subject),
    stretch,
  );
}

/** One field's change; ids as they are stored. */
export interface FieldChangeRow {
  readonly seq: number;
  readonly at: number;
  readonly who: string;
  readonly label: string;
  readonly field: string;
  readonly from: SqlValue;
  readonly to: SqlValue;
}

/** Changes of the record's own fields within a stretch, newest first. */
export function timelineFieldChanges(db: ReadDb, subject: TimelineSubject, stretch: Stretch): FieldChangeRow[] {
  return within<FieldChangeRow>(
    db,
    `SELECT t.seq, t.at, coalesce((SELECT name FROM member WHERE id = t.actor), '') AS who, t.label,
      f.name AS field, p.old AS "from", p.val AS "to"`,
    fieldChangeSource(subject),
    stretch,
  );
}

/** A change from before the import, as texts. */
export interface PastChangeRow {
  readonly id: string;
  readonly at: number;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Changes from before the import within a stretch, newest first. */
export function timelinePastChanges(db: ReadDb, subject: TimelineSubject, stretch: Stretch): PastChangeRow[] {
  return within<PastChangeRow>(
    db,
    'SELECT h.id, h.at, h.field, h.fromValue AS "from", h.toValue AS "to"',
    pastChangeSource(subject),
    stretch,
  );
}

/** A task that was done. */
export interface DoneTaskRow {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly who: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
}

/** Tasks done within a stretch, newest first. */
export function timelineDoneTasks(db: ReadDb, subject: TimelineSubject, stretch: Stretch): DoneTaskRow[] {
  return within<DoneTaskRow>(
    db,
    `SELECT t.id, t.doneAt AS at, t.title, coalesce((SELECT name FROM member WHERE id = t.ownerId), '') AS who,
      t.opportunityId, (SELECT name FROM opportunity WHERE id = t.opportunityId) AS opportunityName`,
    doneTaskSource(subject),
    stretch,
  );
}

function within<Row>(db: ReadDb, select: string, source: TimelineSource | null, stretch: Stretch): Row[] {
  if (!source) return [];
  return db.all<Row>(
    `${select} ${source.from} AND ${source.at} >= ? AND ${source.at} < ? ORDER BY ${source.at} DESC`,
    ...source.params,
    stretch.from,
    stretch.before,
  );
}
