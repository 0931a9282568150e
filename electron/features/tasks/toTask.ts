import type { TaskRow } from '#db/queries/task/taskRows.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';

/** A row as the contract tells it; a task without deal is in the workspace's currency. */
export function toTask(row: TaskRow, currency: string): Task {
  const { ownerId, ownerName, opportunityId, opportunityName, accountId, accountName, ...rest } = row;
  return {
    ...rest,
    deliverableRequired: row.deliverableRequired === 1,
    owner: named(ownerId, ownerName),
    opportunity: named(opportunityId, opportunityName),
    account: named(accountId, accountName),
    currency: row.currency ?? currency,
  };
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
