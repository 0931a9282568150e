import {
  activitySource,
  doneTaskSource,
  fieldChangeSource,
  pastChangeSource,
  stageChangeSource,
  type TimelineSource,
  type TimelineSubject,
} from '#db/queries/activity/timelineSources.ts';
import { timelineStart } from '#db/queries/activity/timelineStart.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import type { activityContract, TimelineEntry } from '#shared/contract/opportunity.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler, QueryContext } from '../../ipc/handler.ts';
import {
  activityEntries,
  fieldChangeEntries,
  pastChangeEntries,
  stageEntries,
  taskEntries,
} from './timelineEntries.ts';

type Show = 'all' | 'activities' | 'changes';

/** Later than any entry, also one that somebody planned ahead. */
const END_OF_TIME = 8.64e15;

/** A page of everything that happened, newest first; all that happened at one instant stays on one page. */
export const timeline: Handler<(typeof activityContract)['timeline']> = (context, input) => {
  const { db } = context;
  const subject: TimelineSubject = { entity: input.entity, id: input.id };
  if (missingReference(db, [subject])) return err({ type: 'notFound', entity: input.entity, id: input.id });
  const before = input.before ?? END_OF_TIME;
  const start = timelineStart(db, sourcesOf(subject, input.show), before, input.limit);
  if (!start) return ok({ entries: [], nextBefore: null });
  const entries = entriesOf(context, subject, input.show, { from: start.from, before });
  entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return ok({ entries, nextBefore: start.more ? start.from : null });
};

function sourcesOf(subject: TimelineSubject, show: Show): TimelineSource[] {
  const changes = [stageChangeSource(subject), fieldChangeSource(subject), pastChangeSource(subject)];
  const sources: readonly (TimelineSource | null)[] = {
    activities: [activitySource(subject)],
    changes,
    all: [activitySource(subject), ...changes, doneTaskSource(subject)],
  }[show];
  return sources.filter((source): source is TimelineSource => source !== null);
}

function entriesOf(
  context: QueryContext,
  subject: TimelineSubject,
  show: Show,
  stretch: { from: number; before: number },
): TimelineEntry[] {
  const activities = () => activityEntries(context, subject, stretch);
  const changes = () => [
    ...stageEntries(context, subject, stretch),
    ...fieldChangeEntries(context, subject, stretch),
    ...pastChangeEntries(context, subject, stretch),
  ];
  if (show === 'activities') return activities();
  if (show === 'changes') return changes();
  return [...activities(), ...changes(), ...taskEntries(context, subject, stretch)];
}
