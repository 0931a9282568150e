import { blob, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/*
 * Tables of this device alone: derived values, bookkeeping, personal settings. They are never shared, so they may use
 * UNIQUE and may be rebuilt at any time.
 */

export const localSetting = sqliteTable('localSetting', {
  key: text().primaryKey().notNull(),
  value: text().notNull(),
});

/** One import run and the change transactions it made, which is what undoing it means. */
export const importBatch = sqliteTable('importBatch', {
  id: text().primaryKey().notNull(),
  source: text().notNull(),
  files: text().notNull(),
  startedAt: integer().notNull(),
  finishedAt: integer(),
  memberId: text(),
  counts: text().notNull(),
  firstSeq: integer(),
  lastSeq: integer(),
  undoneAt: integer(),
});

/** What is due when; a job body must be idempotent, `key` makes scheduling it twice one row. */
export const dueJob = sqliteTable(
  'dueJob',
  {
    id: text().primaryKey().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    dueAt: integer().notNull(),
    payload: text().notNull(),
    attempts: integer().notNull(),
    startedAt: integer(),
    doneAt: integer(),
    lastError: text(),
  },
  (t) => [uniqueIndex('dueJob_byKey').on(t.kind, t.key), index('dueJob_due').on(t.doneAt, t.dueAt)],
);

/**
 * What this device has to tell its person: a reminder, an escalation, a question. `kind` and `key` name the occasion, so
 * that it is told once however often it is found due (docs/adr/0008-task-engine.md).
 */
export const notice = sqliteTable(
  'notice',
  {
    id: text().primaryKey().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    memberId: text().notNull(),
    /** task | opportunity | lead | workspace */
    entity: text().notNull(),
    entityId: text().notNull(),
    /** JSON: what its text needs. */
    params: text().notNull(),
    dueAt: integer().notNull(),
    /** When it was put in front of the person; null while quiet hours or the person's own "later" hold it back. */
    shownAt: integer(),
    readAt: integer(),
    snoozedUntil: integer(),
  },
  (t) => [
    uniqueIndex('notice_byKey').on(t.kind, t.key, t.memberId),
    index('notice_open').on(t.memberId, t.readAt, t.shownAt, t.dueAt),
    index('notice_byEntity').on(t.entity, t.entityId),
  ],
);

/** Keys by which records that may be the same find each other: folded names, credit codes, mobiles, mail addresses. */
export const duplicateKey = sqliteTable(
  'duplicateKey',
  {
    entity: text().notNull(),
    entityId: text().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
  },
  (t) => [
    uniqueIndex('duplicateKey_byKey').on(t.kind, t.key, t.entity, t.entityId),
    index('duplicateKey_byRecord').on(t.entity, t.entityId),
  ],
);

export const scoreModel = sqliteTable('scoreModel', {
  id: text().primaryKey().notNull(),
  kind: text().notNull(),
  trainedAt: integer().notNull(),
  body: text().notNull(),
  report: text().notNull(),
});

/** 模型: the newest calibrated win probability of a deal, null where the model abstains. */
export const opportunityScore = sqliteTable('opportunityScore', {
  opportunityId: text().primaryKey().notNull(),
  modelId: text(),
  asOf: integer().notNull(),
  probability: real(),
  low: real(),
  high: real(),
  reasons: text().notNull(),
  inputHash: text().notNull(),
});

export const snapshot = sqliteTable('snapshot', {
  id: text().primaryKey().notNull(),
  takenAt: integer().notNull(),
  reason: text().notNull(),
});

export const snapshotRow = sqliteTable(
  'snapshotRow',
  {
    snapshotId: text().notNull(),
    opportunityId: text().notNull(),
    stageId: text(),
    status: text().notNull(),
    ownerId: text(),
    teamId: text(),
    amountMinor: integer(),
    currency: text().notNull(),
    ownWinRate: real(),
    modelWinRate: real(),
    stageWinRateMille: integer(),
    expectedClose: text(),
    forecastCategory: text().notNull(),
    c139: text().notNull(),
  },
  (t) => [uniqueIndex('snapshotRow_key').on(t.snapshotId, t.opportunityId)],
);

/** Key-value bookkeeping of change capture: device id, clock, sequence, workspace id. */
export const syncMeta = sqliteTable('syncMeta', { key: text().primaryKey().notNull(), value: text().notNull() });

/** One row per change transaction of this device: the log from which everything can be replayed. */
export const syncTx = sqliteTable(
  'syncTx',
  {
    seq: integer().primaryKey().notNull(),
    hlc: integer().notNull(),
    /** Wall clock of the writer, epoch ms. */
    at: integer().notNull(),
    actor: text().notNull(),
    label: text().notNull(),
    /** json | gzip */
    codec: text().notNull(),
    body: blob().notNull(),
    /** Number of row operations inside. */
    rows: integer().notNull(),
    /** Sequence of the transaction that this one undoes, or that undid this one. */
    undoes: integer(),
    undoneBy: integer(),
  },
  (t) => [index('syncTx_byHlc').on(t.hlc)],
);
