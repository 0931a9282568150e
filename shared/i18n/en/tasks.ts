import type { Translation } from '../catalogue.ts';
import type { tasks as source } from '../zhCN/tasks.ts';

export const tasks = {
  'tasks.status.changed': 'Task status changed',
  'tasks.edit.saved': 'Task changed',
  'tasks.empty.title': 'No tasks yet',
  'tasks.empty.detail': 'Write down one thing to do and a date.',
  'tasks.state.open': 'Open',
  'tasks.state.done': 'Done',
  'tasks.state.cancelled': 'Cancelled',
  'tasks.list.deliverable': 'Deliverable',
  'tasks.list.done': 'Done',
  'tasks.add.title': 'What is to be done',
  'tasks.add.button': 'Add task',
  'tasks.calendar.export': 'Export calendar .ics',
  'tasks.calendar.saved': '{{count}} tasks exported: {{name}}',
  'tasks.calendar.saved_one': 'One task exported: {{name}}',
} as const satisfies Translation<typeof source>;
