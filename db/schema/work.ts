import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account, contact, lead } from './account.ts';
import { count, createdAt, day, flag, id, instant, json, removedAt, words } from './columns.ts';
import { opportunity } from './opportunity.ts';
import { stage, stageCriterion, stageTask } from './process.ts';
import { member } from './team.ts';

/** 动态: something that happened with the customer. */
export const activity = sqliteTable(
  'activity',
  {
    id: id(),
    /** visit | call | wechat | email | meeting | demo | note */
    kind: words('note'),
    at: createdAt(),
    durationMinutes: integer(),
    subject: words(),
    note: words(),
    location: words(),
    opportunityId: text().references(() => opportunity.id),
    accountId: text().references(() => account.id),
    leadId: text().references(() => lead.id),
    ownerId: text().references(() => member.id),
    /** 1 = only its author and managers see the note; never exported. */
    private: flag(0),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [
    index('activity_byOpportunity').on(t.opportunityId, t.at),
    index('activity_byAccount').on(t.accountId, t.at),
    index('activity_byOwner').on(t.ownerId, t.at),
    index('activity_byLead').on(t.leadId, t.at),
  ],
);

/** Who of the customer took part; id = deterministic from both. */
export const activityContact = sqliteTable(
  'activityContact',
  {
    id: id(),
    activityId: text().references(() => activity.id),
    contactId: text().references(() => contact.id),
  },
  (t) => [
    index('activityContact_byActivity').on(t.activityId),
    index('activityContact_byContact').on(t.contactId, t.activityId),
  ],
);

export const task = sqliteTable(
  'task',
  {
    id: id(),
    title: words(),
    /** task | visit | call | meeting | document | demo */
    kind: words('task'),
    opportunityId: text().references(() => opportunity.id),
    accountId: text().references(() => account.id),
    contactId: text().references(() => contact.id),
    leadId: text().references(() => lead.id),
    ownerId: text().references(() => member.id),
    stageId: text().references(() => stage.id),
    stageTaskId: text().references(() => stageTask.id),
    /** The sign-off that this task asks its owner for. */
    criterionId: text().references(() => stageCriterion.id),
    directiveId: text(),
    dueDate: day(),
    /** Minutes after midnight in the workspace's zone, null = any time that day. */
    dueMinute: integer(),
    /** open | done | cancelled */
    status: words('open'),
    doneAt: instant(),
    deliverable: words(),
    /** 1 = it is done only with a document attached. */
    deliverableRequired: flag(0),
    /** The automation rule that made it. */
    ruleId: text(),
    note: words(),
    createdById: text().references(() => member.id),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [
    index('task_byOpportunity').on(t.opportunityId, t.status, t.dueDate),
    index('task_byOwner').on(t.ownerId, t.status, t.dueDate),
    index('task_byAccount').on(t.accountId, t.status),
    index('task_byLead').on(t.leadId, t.status),
  ],
);

export const document = sqliteTable('document', {
  id: id(),
  name: words(),
  mime: words(),
  bytes: count(0),
  /** SHA-256 of the content, which lies in the workspace's blob folder. */
  blobHash: words(),
  kind: words(),
  createdAt: createdAt(),
  createdById: text().references(() => member.id),
  removedAt: removedAt(),
});

export const attachment = sqliteTable(
  'attachment',
  {
    id: id(),
    documentId: text().references(() => document.id),
    /** opportunity | account | contact | activity | task | criterionEvidence */
    entity: words(),
    entityId: words(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('attachment_byEntity').on(t.entity, t.entityId), index('attachment_byDocument').on(t.documentId)],
);

/** 工作指令: a manager's instruction tied to the condition it is meant to change. */
export const directive = sqliteTable(
  'directive',
  {
    id: id(),
    text: words(),
    issuedById: text().references(() => member.id),
    ownerId: text().references(() => member.id),
    opportunityId: text().references(() => opportunity.id),
    accountId: text().references(() => account.id),
    dueDate: day(),
    condition: json('{}'),
    /** open | met | closed */
    status: words('open'),
    closedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('directive_byOwner').on(t.ownerId, t.status), index('directive_byOpportunity').on(t.opportunityId)],
);

/** 复盘: one meeting. */
export const review = sqliteTable('review', {
  id: id(),
  teamId: text(),
  weekStart: day(),
  status: words('planned'),
  heldAt: instant(),
  minutes: words(),
  createdAt: createdAt(),
});

export const reviewItem = sqliteTable(
  'reviewItem',
  {
    id: id(),
    reviewId: text().references(() => review.id),
    /** decision | promise | note */
    kind: words('note'),
    opportunityId: text().references(() => opportunity.id),
    text: words(),
    ownerId: text().references(() => member.id),
    dueDate: day(),
    status: words('open'),
    doneAt: instant(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('reviewItem_byReview').on(t.reviewId), index('reviewItem_byOpportunity').on(t.opportunityId)],
);
