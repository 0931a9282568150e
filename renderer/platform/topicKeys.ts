import type { Topic } from '#shared/contract/operation.ts';

/**
 * Which queries show something of a topic, by the beginning of their operation name (which is the first part of every
 * query key). A change of the topic makes them ask again.
 */
export const topicKeys: Readonly<Record<Topic, readonly string[]>> = {
  workspace: ['workspace.', 'settings.members', 'notice.', 'task.'],
  members: [
    'lead.',
    'settings.members',
    'workspace.status',
    'pipeline.',
    'opportunity.',
    'task.',
    'account.',
    'notice.',
  ],
  settings: ['settings.get'],
  processes: ['process.', 'pipeline.', 'opportunity.', 'funnel.', 'qualification.', 'workspace.status'],
  opportunities: [
    'attributeScore.ofRecord',
    'lead.',
    'process.',
    'pipeline.',
    'opportunity.',
    'account.',
    'contact.',
    'activity.',
    'task.',
    'funnel.',
    'search.',
    'changes.',
    'notice.',
    'qualification.',
    'workspace.contents',
  ],
  accounts: [
    'attributeScore.',
    'duplicate.',
    'account.',
    'contact.',
    'pipeline.',
    'opportunity.',
    'search.',
    'changes.',
    'activity.',
  ],
  contacts: [
    'behaviour.',
    'duplicate.',
    'contact.',
    'account.',
    'opportunity.',
    'powerMap.',
    'search.',
    'changes.',
    'activity.',
  ],
  leads: [
    'attributeScore.',
    'behaviour.',
    'lead.',
    'duplicate.',
    'search.',
    'changes.',
    'activity.',
    'task.',
    'notice.',
  ],
  activities: ['behaviour.', 'lead.', 'activity.', 'account.', 'contact.', 'opportunity.', 'powerMap.', 'changes.'],
  tasks: ['lead.', 'task.', 'taskCalendar.', 'pipeline.', 'opportunity.', 'account.', 'activity.', 'notice.'],
  documents: ['document.', 'task.', 'opportunity.', 'pipeline.checkMove', 'changes.'],
  stakeholders: ['behaviour.', 'powerMap.', 'opportunity.', 'changes.', 'pipeline.checkMove'],
  views: ['views.'],
  imports: ['import.'],
  notices: ['notice.'],
  jobs: ['job.'],
  calendar: ['calendar.', 'pipeline.', 'opportunity.', 'task.', 'funnel.'],
  automation: ['automation.'],
  risks: ['risk.', 'automation.'],
  scoring: [
    'scoring.',
    'scoreModel.',
    'attributeScore.',
    'behaviour.',
    'pipeline.',
    'opportunity.',
    'lead.',
    'account.',
    'notice.',
  ],
};

/** Tells whether a query belongs to one of the topics. */
export function isOfTopics(operation: unknown, topics: readonly Topic[]): boolean {
  if (typeof operation !== 'string') return false;
  return topics.some((topic) => topicKeys[topic].some((prefix) => operation.startsWith(prefix)));
}
