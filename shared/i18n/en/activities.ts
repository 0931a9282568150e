import type { Translation } from '../catalogue.ts';
import type { activities as source } from '../zhCN/activities.ts';

export const activities = {
  'activities.kind.visit': 'Visit',
  'activities.kind.call': 'Call',
  'activities.kind.wechat': 'WeChat',
  'activities.kind.email': 'Email',
  'activities.kind.meeting': 'Meeting',
  'activities.kind.demo': 'Demo',
  'activities.kind.note': 'Note',
} as const satisfies Translation<typeof source>;
