import { isIsoDate } from '../../lib/time.ts';
import { dayOffset } from '../tasks/dayOffset.ts';
import type { Watch, WantedNotice } from './notice.ts';
import { morningOf, type NoticeClock } from './noticeClock.ts';

/** An open task as the look sees it. */
export interface WatchedTask {
  readonly id: string;
  readonly dueDate: string | null;
  /** Minutes after midnight, null = any time that day. */
  readonly dueMinute: number | null;
}

/**
 * What an open task calls for now. To its owner: "due" from its minute (else from the morning of its day) until the next
 * morning, from then on "overdue". To the manager: "escalated" from the morning of the n-th working day after its day.
 */
export function taskNotices(task: WatchedTask, watch: Watch, clock: NoticeClock): WantedNotice[] {
  // Records that came from elsewhere may hold anything.
  if (task.dueDate === null || !isIsoDate(task.dueDate)) return [];
  const day = task.dueDate;
  const about = { entity: 'task', entityId: task.id } as const;
  const occasion = `${task.id}|${day}`;
  if (watch === 'manager') {
    const dueAt = morningOf(clock, clock.calendar.addWorkingDays(day, Math.max(1, clock.taskEscalationDays)));
    return clock.now < dueAt ? [] : [{ ...about, kind: 'taskEscalated', key: occasion, dueAt }];
  }
  const overdueAt = morningOf(clock, dayOffset(day, 1));
  if (clock.now >= overdueAt) return [{ ...about, kind: 'taskOverdue', key: occasion, dueAt: overdueAt }];
  const dueAt = clock.calendar.instantOf(day, task.dueMinute ?? clock.morningMinute);
  if (clock.now < dueAt) return [];
  return [{ ...about, kind: 'taskDue', key: `${occasion}|${task.dueMinute ?? ''}`, dueAt }];
}
