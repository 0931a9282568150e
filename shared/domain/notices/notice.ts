/** What a person is told, by its occasion (docs/adr/0008-task-engine.md). */
export const noticeKinds = [
  'taskDue',
  'taskOverdue',
  'stageOverdue',
  'leadEnding',
  'taskEscalated',
  'stageEscalated',
  'reminder',
  'managerReminder',
  'damage',
  'modelRefit',
  'modelReview',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Where a notice stands in the list: what burns, what today brings, what others let slip, what the program asks. */
export const noticeGroups = ['overdue', 'today', 'escalated', 'question', 'program'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

const groups: Readonly<Record<NoticeKind, NoticeGroup>> = {
  taskDue: 'today',
  taskOverdue: 'overdue',
  stageOverdue: 'question',
  leadEnding: 'today',
  taskEscalated: 'escalated',
  stageEscalated: 'escalated',
  reminder: 'today',
  managerReminder: 'escalated',
  damage: 'program',
  modelRefit: 'program',
  modelReview: 'program',
};

/** The group of a kind. */
export const groupOf = (kind: NoticeKind): NoticeGroup => groups[kind];

/**
 * A notice that the records call for. `kind` and `key` name the occasion: the same occasion found again is the same
 * notice, another due day or another stage visit is another one. `dueAt` in epoch ms.
 */
export interface WantedNotice {
  readonly kind: NoticeKind;
  readonly key: string;
  readonly entity: 'task' | 'opportunity' | 'lead';
  readonly entityId: string;
  readonly dueAt: number;
}

/** In whose place the records are looked at: one's own, or those of somebody whom one leads. */
export type Watch = 'owner' | 'manager';
