import {
  activityPeople,
  type Stretch,
  timelineActivities,
  timelineDoneTasks,
  timelineFieldChanges,
  timelinePastChanges,
  timelineStageChanges,
} from '#db/queries/activity/timelineRows.ts';
import type { TimelineSubject } from '#db/queries/activity/timelineSources.ts';
import type { TimelineEntry } from '#shared/contract/opportunity.contract.ts';
import { mayReadNote } from '#shared/domain/activities/mayReadNote.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { nameResolver } from '../changes/nameResolver.ts';
import { reader } from './reader.ts';

/** Activities; a private note stays with those who may read it, that something happened does not. */
export function activityEntries(context: QueryContext, subject: TimelineSubject, stretch: Stretch): TimelineEntry[] {
  const rows = timelineActivities(context.db, subject, stretch);
  const people = Map.groupBy(
    activityPeople(
      context.db,
      rows.map((row) => row.id),
    ),
    (person) => person.activityId,
  );
  const who = reader(context);
  return rows.map((row) => ({
    type: 'activity',
    id: row.id,
    at: row.at,
    kind: row.kind,
    subject: row.subject,
    note: mayReadNote(row, who) ? row.note : '',
    durationMinutes: row.durationMinutes,
    who: row.who,
    contacts: (people.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    opportunity: opportunityOf(row),
  }));
}

/** Stage moves, with the names of the stages. */
export function stageEntries(context: QueryContext, subject: TimelineSubject, stretch: Stretch): TimelineEntry[] {
  return timelineStageChanges(context.db, subject, stretch).map(
    ({ opportunityId, opportunityName, id, at, kind, from, to, reason, who }) => ({
      type: 'stage',
      id,
      at,
      kind,
      from,
      to,
      reason,
      who,
      opportunity: opportunityOf({ opportunityId, opportunityName }),
    }),
  );
}

/** Edits of the record's fields from the change log, with names where the fields hold ids. */
export function fieldChangeEntries(context: QueryContext, subject: TimelineSubject, stretch: Stretch): TimelineEntry[] {
  const rows = timelineFieldChanges(context.db, subject, stretch);
  const nameOf = nameResolver(
    context.db,
    rows.map((row) => ({ table: subject.entity, ...row })),
  );
  const shown = (field: string, value: unknown) => nameOf(subject.entity, field, value) ?? textOf(value);
  return rows.map((row) => ({
    type: 'change',
    id: `${row.seq}.${row.field}`,
    at: row.at,
    who: row.who,
    label: row.label,
    field: row.field,
    from: shown(row.field, row.from),
    to: shown(row.field, row.to),
    opportunity: null,
  }));
}

/** Edits that the source of an import told of; it does not say who made them. */
export function pastChangeEntries(context: QueryContext, subject: TimelineSubject, stretch: Stretch): TimelineEntry[] {
  return timelinePastChanges(context.db, subject, stretch).map((row) => ({
    type: 'change',
    id: row.id,
    at: row.at,
    who: '',
    label: 'import.past',
    field: row.field,
    from: row.from ?? '',
    to: row.to ?? '',
    opportunity: null,
  }));
}

/** Tasks that were done. */
export function taskEntries(context: QueryContext, subject: TimelineSubject, stretch: Stretch): TimelineEntry[] {
  return timelineDoneTasks(context.db, subject, stretch).map((row) => ({
    type: 'task',
    id: row.id,
    at: row.at,
    title: row.title,
    who: row.who,
    opportunity: opportunityOf(row),
  }));
}

const opportunityOf = (row: { opportunityId: string | null; opportunityName: string | null }) =>
  row.opportunityId === null ? null : { id: row.opportunityId, name: row.opportunityName ?? '' };

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
