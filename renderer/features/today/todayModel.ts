import type { RawSearch } from '#renderer/platform/navigation.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { Task, taskContract } from '#shared/contract/opportunity.contract.ts';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';

export type TodayAnswer = OutputOf<typeof taskContract.today>;
export type TodayGroup = 'overdue' | 'dueToday' | 'week';

/** One group of the list with its tasks; empty groups are left out. */
export interface TodaySection {
  readonly group: TodayGroup;
  readonly tasks: readonly Task[];
}

/** What a row of the list is about; `id` is that of the task or of the deal. */
export type TodayRow =
  | { readonly type: 'task'; readonly id: string; readonly task: Task }
  | { readonly type: 'deal'; readonly id: string; readonly deal: DealCard };

/** Whose day is shown; lives in the address. */
export interface TodaySearch {
  readonly view: 'mine' | 'team';
}

/** What the address of the screen says. */
export function readTodaySearch(raw: RawSearch): TodaySearch {
  return { view: raw['view'] === 'team' ? 'team' : 'mine' };
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

/** Every row that the arrow keys reach, top to bottom: tasks first, then the deals that stand still. */
export function rowsOf(tasks: readonly Task[], deals: readonly DealCard[]): readonly TodayRow[] {
  return [
    ...tasks.map((task) => ({ type: 'task' as const, id: task.id, task })),
    ...deals.map((deal) => ({ type: 'deal' as const, id: deal.id, deal })),
  ];
}

/** The deal that a row belongs to, with its name; null for a task without one. */
export function dealOf(row: TodayRow | null): { readonly id: string; readonly name: string } | null {
  if (row === null) return null;
  return row.type === 'deal' ? row.deal : row.task.opportunity;
}

const logKinds = ['visit', 'call', 'meeting', 'demo'] as const;

/** What is known already when something is logged from a row: a task that is logged about is done by that. */
export function logRequestOf(row: TodayRow | null): Readonly<Record<string, string>> {
  if (row === null) return {};
  const deal = dealOf(row);
  const where: Record<string, string> = deal ? { opportunityId: deal.id, name: deal.name } : {};
  if (row.type === 'deal') return where;
  const kind = logKinds.find((known) => known === row.task.kind);
  if (kind === undefined) return where;
  return { ...where, kind, subject: row.task.title, taskId: row.task.id, taskTitle: row.task.title };
}

/** Tasks with an hour, for the schedule beside the list. */
export function scheduledTasks(answer: TodayAnswer): readonly (Task & { readonly dueMinute: number })[] {
  return answer.dueToday
    .filter((task): task is Task & { dueMinute: number } => task.dueMinute !== null)
    .toSorted((a, b) => a.dueMinute - b.dueMinute);
}

/** The row after (or before) the selected one, for the arrow keys; null in an empty list. */
export function neighbour(
  rows: readonly { readonly id: string }[],
  selected: string | null,
  step: 1 | -1,
): string | null {
  if (rows.length === 0) return null;
  const index = rows.findIndex((row) => row.id === selected);
  if (index < 0) return rows[step === 1 ? 0 : rows.length - 1]?.id ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, index + step))]?.id ?? null;
}
