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
  'activities.log.command': 'Log an activity',
  'activities.log.title': 'Log an activity',
  'activities.log.kind': 'Kind',
  'activities.log.subject': 'What happened',
  'activities.log.subjectHint': 'Zhao agrees to introduce the vice president',
  'activities.log.where': 'Deal or account',
  'activities.log.whereHint': 'Type a name',
  'activities.log.contacts': 'Who was there',
  'activities.log.contactsHint': 'Choose people',
  'activities.log.note': 'Details',
  'activities.log.next': 'Next step',
  'activities.log.nextHint': 'Meet the vice president',
  'activities.log.nextDue': 'When',
  'activities.log.minutes': 'Minutes',
  'activities.log.private': 'Only my manager and I can read it; never exported',
  'activities.log.saved': 'Logged: {{subject}}',
} as const satisfies Translation<typeof source>;
