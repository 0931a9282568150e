import { missingReference } from '#db/queries/missingReference.ts';
import { addTask, changeTask, setTaskStatus } from '#db/repositories/tasks.ts';
import { getRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { taskContract } from '#shared/contract/opportunity.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

/** Plans a task; account and stage follow from the deal, the owner is whoever plans it unless somebody else is named. */
export const createTask: Handler<(typeof taskContract)['create']> = (context, input) =>
  context.write('task.create', (db): Answer<(typeof taskContract)['create']> => {
    const missing = missingReference(db, [
      { entity: 'opportunity', id: input.opportunityId },
      { entity: 'account', id: input.accountId },
      { entity: 'contact', id: input.contactId },
      { entity: 'lead', id: input.leadId },
      { entity: 'member', id: input.ownerId },
    ]);
    if (missing) return err({ type: 'notFound', ...missing });
    const deal = input.opportunityId === null ? undefined : getRow(db, opportunity, input.opportunityId);
    const id = context.newId();
    addTask(db, {
      ...input,
      id,
      accountId: deal?.accountId ?? input.accountId,
      stageId: deal?.stageId ?? null,
      ownerId: input.ownerId ?? (context.actorId || null),
      createdById: context.actorId || null,
      createdAt: context.now,
    });
    return ok({ id });
  });

/** Changes what a task says, when it is due and whose it is. */
export const updateTask: Handler<(typeof taskContract)['update']> = (context, { id, fields }) =>
  context.write('task.update', (db): Answer<(typeof taskContract)['update']> => {
    const missing = missingReference(db, [
      { entity: 'task', id },
      { entity: 'member', id: fields.ownerId },
    ]);
    if (missing) return err({ type: 'notFound', ...missing });
    changeTask(db, id, fields);
    return ok({});
  });

/** Ticks a task off, drops it, or opens it again. */
export const setStatusOfTask: Handler<(typeof taskContract)['setStatus']> = (context, { id, status }) =>
  context.write('task.setStatus', (db): Answer<(typeof taskContract)['setStatus']> => {
    const missing = missingReference(db, [{ entity: 'task', id }]);
    if (missing) return err({ type: 'notFound', ...missing });
    const set = setTaskStatus(db, id, status, context.now);
    return set.ok ? ok({}) : set;
  });
