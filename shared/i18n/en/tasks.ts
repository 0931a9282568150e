import type { Translation } from '../catalogue.ts';
import type { tasks as source } from '../zhCN/tasks.ts';

export const tasks = {
  'tasks.kind.task': 'Task',
  'tasks.kind.visit': 'Visit',
  'tasks.kind.call': 'Call',
  'tasks.kind.meeting': 'Meeting',
  'tasks.kind.document': 'Document',
  'tasks.kind.demo': 'Demo',
} as const satisfies Translation<typeof source>;
