import { expect, test } from 'vitest';
import { neighbour, scheduledTasks, type TodayAnswer, todaySections } from '#renderer/features/today/todayModel.ts';

const task = (id: string, dueMinute: number | null = null) =>
  ({ id, title: id, dueMinute }) as TodayAnswer['overdue'][number];
const answer = (parts: Partial<TodayAnswer>): TodayAnswer => ({
  today: '2026-09-16' as TodayAnswer['today'],
  overdue: [],
  dueToday: [],
  week: [],
  stalled: [],
  overdueTotal: 0,
  stalledTotal: 0,
  ...parts,
});

test('the day is worked off from overdue to the coming week, and empty groups are left out', () => {
  const sections = todaySections(answer({ week: [task('c')], overdue: [task('a')] }));
  expect(sections.map(({ group, tasks }) => [group, tasks.map(({ id }) => id)])).toEqual([
    ['overdue', ['a']],
    ['week', ['c']],
  ]);
});

test('the schedule holds what has an hour today, earliest first', () => {
  const day = answer({ dueToday: [task('late', 990), task('any'), task('early', 0)], week: [task('other', 600)] });
  expect(scheduledTasks(day).map(({ id }) => id)).toEqual(['early', 'late']);
});

test('the arrow keys begin at an end, move one by one and stop at the ends', () => {
  const tasks = [task('a'), task('b'), task('c')];
  expect(neighbour(tasks, null, 1)).toBe('a');
  expect(neighbour(tasks, null, -1)).toBe('c');
  expect(neighbour(tasks, 'a', 1)).toBe('b');
  expect(neighbour(tasks, 'a', -1)).toBe('a');
  expect(neighbour(tasks, 'c', 1)).toBe('c');
});

test('a task that is gone is no place to move from', () => {
  expect(neighbour([task('a'), task('b')], 'done meanwhile', 1)).toBe('a');
  expect(neighbour([], 'done meanwhile', 1)).toBeNull();
});
