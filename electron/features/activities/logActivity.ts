import { missingReference } from '#db/queries/missingReference.ts';
import { addActivity } from '#db/repositories/activities.ts';
import { addTask, setTaskStatus } from '#db/repositories/tasks.ts';
import { getRow } from '#db/rows.ts';
import { contact } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { WriteDb } from '#db/handles.ts';
import type { ParsedInputOf } from '#shared/contract/operation.ts';
import type { activityContract } from '#shared/contract/opportunity.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, CommandContext, Handler } from '../../ipc/handler.ts';

type Input = ParsedInputOf<(typeof activityContract)['log']>;

/** One transaction: what happened, who was there, the task that it completes and the one that comes next. */
export const logActivity: Handler<(typeof activityContract)['log']> = (context, input) =>
  context.write('activity.log', (db): Answer<(typeof activityContract)['log']> => {
    const missing = missingReference(db, [
      { entity: 'opportunity', id: input.opportunityId },
      { entity: 'account', id: input.accountId },
      { entity: 'lead', id: input.leadId },
      { entity: 'task', id: input.completesTaskId },
      ...input.contactIds.map((id) => ({ entity: 'contact' as const, id })),
    ]);
    if (missing) return err({ type: 'notFound', ...missing });
    const id = context.newId();
    const about = aboutWhat(db, input);
    addActivity(
      db,
      {
        id,
        kind: input.kind,
        at: input.at ?? context.now,
        subject: input.subject,
        note: input.note,
        durationMinutes: input.durationMinutes,
        location: input.location,
        opportunityId: input.opportunityId,
        accountId: about.accountId,
        leadId: input.leadId,
        ownerId: context.actorId || null,
        private: input.private ? 1 : 0,
        createdAt: context.now,
      },
      input.contactIds,
    );
    if (input.completesTaskId !== null) {
      const done = setTaskStatus(db, input.completesTaskId, 'done', context.now);
      if (!done.ok) return done;
    }
    return ok({ id, nextTaskId: addNextTask(context, db, input, about) });
  });

interface About {
  readonly accountId: string | null;
  readonly stageId: string | null;
}

/** The account is that of the deal, else the one named, else that of the first person who was there: nothing is asked twice. */
function aboutWhat(db: WriteDb, input: Input): About {
  const deal = input.opportunityId === null ? undefined : getRow(db, opportunity, input.opportunityId);
  const [first] = input.contactIds;
  const accountId =
    deal?.accountId ??
    input.accountId ??
    (first === undefined ? null : (getRow(db, contact, first)?.accountId ?? null));
  return { accountId, stageId: deal?.stageId ?? null };
}

function addNextTask(context: CommandContext, db: WriteDb, input: Input, about: About): string | null {
  if (input.next === null) return null;
  const id = context.newId();
  const [first, ...others] = new Set(input.contactIds);
  addTask(db, {
    id,
    title: input.next.title,
    dueDate: input.next.dueDate,
    opportunityId: input.opportunityId,
    accountId: about.accountId,
    stageId: about.stageId,
    leadId: input.leadId,
    // With several people it is not known whom the next step concerns.
    contactId: others.length === 0 ? (first ?? null) : null,
    ownerId: context.actorId || null,
    createdById: context.actorId || null,
    createdAt: context.now,
  });
  return id;
}
