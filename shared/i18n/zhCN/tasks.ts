import type { Texts } from '../catalogue.ts';

export const tasks = {
  'tasks.status.changed': '任务状态已改',
  'tasks.edit.saved': '任务已改',
  'tasks.empty.title': '还没有任务',
  'tasks.empty.detail': '写下一件要做的事和日期。',
  'tasks.state.open': '未完成',
  'tasks.state.done': '已完成',
  'tasks.state.cancelled': '已取消',
  'tasks.list.deliverable': '交付物',
  'tasks.list.done': '完成',
  'tasks.add.title': '要做什么',
  'tasks.add.button': '加任务',
  'tasks.calendar.export': '导出日历 .ics',
  'tasks.calendar.saved': '已导出{{count}}个任务：{{name}}',
} as const satisfies Texts<'tasks'>;
