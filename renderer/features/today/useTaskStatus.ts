import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { type Task, taskContract } from '#shared/contract/opportunity.contract.ts';

/** Marks a task done (or open again) and offers to take it back. */
export function useTaskStatus(): (task: Task, status: Task['status']) => void {
  const t = useT();
  const { run } = useOperationCommand(taskContract.setStatus, { undoLabel: () => t('today.task.done') });
  return (task, status) => void run({ id: task.id, status });
}
