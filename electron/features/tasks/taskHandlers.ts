import { missingReference } from '#db/queries/missingReference.ts';
import { tasksOfLead, tasksOfOpportunity } from '#db/queries/task/taskRows.ts';
import type { taskContract } from '#shared/contract/opportunity.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { createTask, setStatusOfTask, updateTask } from './saveTask.ts';
import { today } from './today.ts';
import { toTask } from './toTask.ts';

/** Everything the tasks area answers. */
export const taskHandlers = {
  today,
  ofOpportunity: ({ db, currency }, { opportunityId }) => {
    if (missingReference(db, [{ entity: 'opportunity', id: opportunityId }])) {
      return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
    }
    return ok(tasksOfOpportunity(db, opportunityId).map((row) => toTask(row, currency)));
  },
  ofLead: ({ db, currency }, { leadId }) => {
    if (missingReference(db, [{ entity: 'lead', id: leadId }])) {
      return err({ type: 'notFound', entity: 'lead', id: leadId });
    }
    return ok(tasksOfLead(db, leadId).map((row) => toTask(row, currency)));
  },
  create: createTask,
  update: updateTask,
  setStatus: setStatusOfTask,
} satisfies HandlersFor<typeof taskContract>;
