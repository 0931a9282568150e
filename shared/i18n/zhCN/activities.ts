import type { Texts } from '../catalogue.ts';

export const activities = {
  'activities.kind.visit': '拜访',
  'activities.kind.call': '电话',
  'activities.kind.wechat': '微信',
  'activities.kind.email': '邮件',
  'activities.kind.meeting': '会议',
  'activities.kind.demo': '演示',
  'activities.kind.note': '笔记',
} as const satisfies Texts<'activities'>;
