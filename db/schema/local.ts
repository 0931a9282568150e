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
  /** Digest of the one file it was made from, so that a watched folder imports no content twice. */
  contentHash: text(),
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

/** A model's figure of a record; null where it abstains. */
const figure = () => ({
  modelId: text(),
  asOf: integer().notNull(),
  probability: real(),
  low: real(),
  high: real(),
  inputHash: text().notNull(),
});

/** 模型: the newest win probability of a deal by the model in use, null where it abstains. */
export const opportunityScore = sqliteTable('opportunityScore', {
  opportunityId: text().primaryKey().notNull(),
  ...figure(),
});

/** The newest probability that a lead becomes a deal, by the lead model in use. */
export const leadScore = sqliteTable('leadScore', {
  leadId: text().primaryKey().notNull(),
  ...figure(),
});

/** 属性: points of an account or lead by its rule set. */
export const attributeScore = sqliteTable(
  'attributeScore',
  {
    /** account | lead */
    entity: text().notNull(),
    entityId: text().notNull(),
    ruleSetId: text().notNull(),
    /** 0..100 */
    points: real(),
    /** Share of the weight whose facts are known, 0..1. */
    completeness: real().notNull(),
    /** What the points could still become with every unknown fact at its worst and its best. */
    low: real().notNull(),
    high: real().notNull(),
    /** What lists are ordered by: the points, 101 less where too little is known for a firm figure. */
    place: real(),
    inputHash: text().notNull(),
    asOf: integer().notNull(),
  },
  (t) => [
    uniqueIndex('attributeScore_key').on(t.entity, t.entityId),
    index('attributeScore_bySet').on(t.ruleSetId, t.entity),
  ],
);

/** 行为: what the events of a record have added up to; decays exactly from `asOf` to any later moment. */
export const behaviourState = sqliteTable(
  'behaviourState',
  {
    /** lead | contact | account | opportunity */
    entity: text().notNull(),
    entityId: text().notNull(),
    /** JSON: the state of the fold. */
    state: text().notNull(),
    /** Points as shown at `asOf`. */
    points: real().notNull(),
    asOf: integer().notNull(),
    /** The first event that is still to come: from then on the state is too old. */
    validUntil: integer(),
    /** 1 when the last seven days were far busier than usual at `asOf`. */
    surging: integer().notNull(),
    ruleHash: text().notNull(),
  },
  (t) => [
    uniqueIndex('behaviourState_key').on(t.entity, t.entityId),
    index('behaviourState_surging').on(t.entity, t.surging),
  ],
);

/**
 * What a model is told about a record: facts folded from its events, and their hash. A row stays when its record is
 * closed or gone, because the pages of history go by its number.
 */
export const scoreInput = sqliteTable(
  'scoreInput',
  {
    no: integer().primaryKey().notNull(),
    /** deal | lead */
    kind: text().notNull(),
    entityId: text().notNull(),
    facts: text().notNull(),
    hash: text().notNull(),
    /** 0 up to date, 1 the record changed since, 2 not scored now: closed or gone. */
    stale: integer().notNull(),
    /** When something entered for a later moment will have happened; null = nothing is ahead. */
    dueAt: integer(),
  },
  (t) => [uniqueIndex('scoreInput_key').on(t.kind, t.entityId), index('scoreInput_stale').on(t.kind, t.stale, t.dueAt)],
);

/**
 * Figures of models that differed from the one before, append-only. One row holds the new figures of up to 1,024
 * neighbouring inputs at one moment, so that a night in which every deal became a day older costs kilobytes.
 */
export const scorePage = sqliteTable(
  'scorePage',
  {
    /** deal | lead */
    kind: text().notNull(),
    /** scoreInput.no / 1024 */
    block: integer().notNull(),
    asOf: integer().notNull(),
    modelId: text(),
    /** Entries of place, figure and input hash (db/repositories/scorePages.ts). */
    body: blob().notNull(),
  },
  (t) => [index('scorePage_byBlock').on(t.kind, t.block, t.asOf)],
);

/** Every figure that differed from the one before, of points and the like; append-only. Figures of models: scorePage. */
export const scoreHistory = sqliteTable(
  'scoreHistory',
  {
    /** deal | lead | account */
    kind: text().notNull(),
    entityId: text().notNull(),
    /** attribute | behaviour */
    score: text().notNull(),
    asOf: integer().notNull(),
    value: real(),
    /** The model version or rule set. */
    versionId: text(),
    inputHash: text().notNull(),
  },
  (t) => [index('scoreHistory_byRecord').on(t.kind, t.entityId, t.score, t.asOf)],
);

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
