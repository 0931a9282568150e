import type { OutputOf } from '#shared/contract/operation.ts';
import type { Task, taskContract } from '#shared/contract/opportunity.contract.ts';

export type TodayAnswer = OutputOf<typeof taskContract.today>;
export type TodayGroup = 'overdue' | 'dueToday' | 'week';

/** One group of the list with its tasks; empty groups are left out. */
export interface TodaySection {
  readonly group: TodayGroup;
  readonly tasks: readonly Task[];
}

/** The list of the day in the order in which it is worked off. */
export function todaySections(answer: TodayAnswer): readonly TodaySection[] {
  const sections: TodaySection[] = [
    { group: 'overdue', tasks: answer.overdue },
    { group: 'dueToday', tasks: answer.dueToday },
    { group: 'week', tasks: answer.week },
  ];
  return sections.filter((section) => section.tasks.length > 0);
}

/** Tasks with an hour, for the schedule beside the list. */
export function scheduledTasks(answer: TodayAnswer): readonly (Task & { readonly dueMinute: number })[] {
  return answer.dueToday
    .filter((task): task is Task & { dueMinute: number } => task.dueMinute !== null)
    .toSorted((a, b) => a.dueMinute - b.dueMinute);
}

/** The task after (or before) the selected one, for the arrow keys; null in an empty list. */
export function neighbour(tasks: readonly Task[], selected: string | null, step: 1 | -1): string | null {
  if (tasks.length === 0) return null;
  const index = tasks.findIndex((task) => task.id === selected);
  if (index < 0) return tasks[step === 1 ? 0 : tasks.length - 1]?.id ?? null;
  return tasks[Math.min(tasks.length - 1, Math.max(0, index + step))]?.id ?? null;
}
