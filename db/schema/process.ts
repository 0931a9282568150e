import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { amount, count, createdAt, flag, id, instant, json, removedAt, words } from './columns.ts';
import { member } from './team.ts';

export const productLine = sqliteTable('productLine', {
  id: id(),
  name: words(),
  createdAt: createdAt(),
  removedAt: removedAt(),
});

export const product = sqliteTable(
  'product',
  {
    id: id(),
    productLineId: text().references(() => productLine.id),
    name: words(),
    code: words(),
    unit: words(),
    priceMinor: amount(),
    currency: words('CNY'),
    custom: json('{}'),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('product_byLine').on(t.productLineId, t.name)],
);

/** 销售流程: one way of selling, usually one per product line. */
export const process = sqliteTable('process', {
  id: id(),
  name: words(),
  productLineId: text().references(() => productLine.id),
  /** The version that new deals enter with. */
  currentVersionId: text(),
  rank: words('a0'),
  allowSkip: flag(1),
  allowBack: flag(1),
  /** Template it was made from; empty for one that was made by hand. */
  templateKey: words(),
  createdAt: createdAt(),
  archivedAt: instant(),
});

/**
 * What somebody is changing about a process before it is published as a new version; one per process, id = processId. The
 * body may be incomplete: it is judged when it is published (docs/adr/0007-processes.md).
 */
export const processDraft = sqliteTable('processDraft', {
  id: id(),
  body: json('{}'),
  /** The version it started from. */
  baseVersionId: text(),
  updatedAt: createdAt(),
  updatedById: text().references(() => member.id),
});

/** An immutable list of stages; running deals keep the one they entered with. */
export const processVersion = sqliteTable(
  'processVersion',
  {
    id: id(),
    processId: text().references(() => process.id),
    number: count(1),
    note: words(),
    publishedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('processVersion_byProcess').on(t.processId, t.number)],
);

/** 阶段 of one process version. Closed outcomes are stages too (class won or lost), so that every move is one kind. */
export const stage = sqliteTable(
  'stage',
  {
    id: id(),
    processVersionId: text().references(() => processVersion.id),
    /** Stays the same from version to version. */
    key: words(),
    name: words(),
    description: words(),
    /** verify | engage | propose | negotiate | won | lost: the common class that lines are compared by. */
    stageClass: words('verify'),
    position: count(0),
    /** Stage weight in thousandths (0..1000), so that sums stay integers. */
    winRateMille: count(0),
    /** Business days a deal may stay; null = no limit. */
    allowedDays: integer(),
    requiresC139: flag(0),
    /** Scripts, templates and links for this stage. */
    toolkit: json('[]'),
  },
  (t) => [index('stage_byVersion').on(t.processVersionId, t.position)],
);

/** 晋级标准: what must be true to leave a stage, or to enter it. */
export const stageCriterion = sqliteTable(
  'stageCriterion',
  {
    id: id(),
    stageId: text().references(() => stage.id),
    /** Stays the same from version to version, one per process version; rows without one go by their id. */
    key: words(),
    /** exit: to be true to leave the stage; entry: to be true to come into it. */
    gate: words('exit'),
    /** evidence | fieldFilled | taskDone | deliverable | activityWithin | roleCovered | qualification | c139 | signOff */
    kind: words('evidence'),
    text: words(),
    params: json('{}'),
    /** block | warn */
    enforcement: words('warn'),
    position: count(0),
  },
  (t) => [index('stageCriterion_byStage').on(t.stageId, t.position)],
);

/** 关键任务: a standard action a stage prescribes. */
export const stageTask = sqliteTable(
  'stageTask',
  {
    id: id(),
    stageId: text().references(() => stage.id),
    /** Stays the same from version to version, one per process version; rows without one go by their id. */
    key: words(),
    title: words(),
    kind: words('task'),
    /** owner | manager | presales */
    ownerRole: words('owner'),
    /** Business days after entering the stage. */
    dueDays: count(0),
    deliverable: words(),
    /** 1 = the task is done only with a document attached. */
    deliverableRequired: flag(0),
    position: count(0),
  },
  (t) => [index('stageTask_byStage').on(t.stageId, t.position)],
);
