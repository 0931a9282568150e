import type { Texts } from '../catalogue.ts';

export const tasks = {
  'tasks.kind.task': '任务',
  'tasks.kind.visit': '拜访',
  'tasks.kind.call': '电话',
  'tasks.kind.meeting': '会议',
  'tasks.kind.document': '文件',
  'tasks.kind.demo': '演示',
} as const satisfies Texts<'tasks'>;
