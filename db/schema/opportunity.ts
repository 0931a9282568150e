import { index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account, contact, lead } from './account.ts';
import { amount, count, createdAt, day, id, instant, json, removedAt, share, words } from './columns.ts';
import { process, processVersion, product, stage, stageCriterion } from './process.ts';
import { member } from './team.ts';

/** 商机: a verified sales project with a clear need. */
export const opportunity = sqliteTable(
  'opportunity',
  {
    id: id(),
    name: words(),
    /** Null only for imported deals whose source named no account. */
    accountId: text().references(() => account.id),
    primaryContactId: text().references(() => contact.id),
    ownerId: text().references(() => member.id),
    processId: text().references(() => process.id),
    processVersionId: text().references(() => processVersion.id),
    stageId: text().references(() => stage.id),
    /** open | paused | won | lost | noDecision; travels with stageId. */
    status: words('open'),
    stageEnteredAt: createdAt(),
    /** When it was won, lost or given up. */
    closedAt: instant(),
    outcomeReason: words(),
    outcomeNote: words(),
    winnerCompetitorId: text(),
    amountMinor: amount(),
    currency: words('CNY'),
    /** 自评: the owner's own win rate. */
    ownWinRate: share(),
    expectedClose: day(),
    /** omitted | pipeline | bestCase | commit; empty = stage default. */
    forecastCategory: words(),
    nextStep: words(),
    description: words(),
    source: words(),
    leadId: text().references(() => lead.id),
    /** A | B | C or empty. */
    qualificationLevel: words(),
    custom: json('{}'),
    /** Fractional index: the order of cards within a column. */
    rank: words('a0'),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [
    // The board: columns of one process in card order (id breaks ties of rank, so that paging never skips a card), with
    // the sums and the number of overdue cards answered from the index alone.
    index('opportunity_board').on(
      t.processId,
      t.status,
      t.removedAt,
      t.stageId,
      t.rank,
      t.id,
      t.amountMinor,
      t.currency,
      t.stageEnteredAt,
    ),
    index('opportunity_byOwner').on(t.ownerId, t.status, t.expectedClose),
    // Who is longest in stage: the minute look of the scheduler and the stalled deals of the day begin at this end.
    index('opportunity_byStageAge').on(t.ownerId, t.status, t.stageEnteredAt),
    index('opportunity_byAccount').on(t.accountId, t.createdAt),
    index('opportunity_byClose').on(t.processId, t.status, t.removedAt, t.expectedClose),
    index('opportunity_byCreated').on(t.createdAt),
  ],
);

/** Every stage visit begins with one row; append-only (triggers refuse anything but undo). */
export const stageChange = sqliteTable(
  'stageChange',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    fromStageId: text().references(() => stage.id),
    toStageId: text().references(() => stage.id),
    at: createdAt(),
    byId: text().references(() => member.id),
    /** create | advance | skip | back | close | reopen | migrate */
    kind: words('advance'),
    reason: words(),
    /** Criteria that were open when the move was made anyway. */
    openCriteria: json('[]'),
    /** won | lost | noDecision where it ended with this move, and why; kept when the deal is taken up again. */
    outcome: words(),
    outcomeReason: words(),
    /** screen | import | cli | sync | seed */
    door: words('screen'),
  },
  (t) => [
    index('stageChange_byOpportunity').on(t.opportunityId, t.at),
    index('stageChange_byStage').on(t.toStageId, t.at, t.opportunityId),
  ],
);

/**
 * A field's change that another program recorded before the deal came here (a moved close date, for example). The change
 * log tells what happened in this workspace, this table what happened before; append-only (docs/adr/0006-import.md).
 */
export const pastChange = sqliteTable(
  'pastChange',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    /** Column of `opportunity`, e.g. expectedClose. */
    field: words(),
    fromValue: text(),
    toValue: text(),
    at: createdAt(),
  },
  (t) => [index('pastChange_byOpportunity').on(t.opportunityId, t.field, t.at)],
);

/** Proof that a criterion is met, given by a person. */
export const criterionEvidence = sqliteTable(
  'criterionEvidence',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    criterionId: text().references(() => stageCriterion.id),
    note: words(),
    at: createdAt(),
    byId: text().references(() => member.id),
    removedAt: removedAt(),
  },
  (t) => [index('criterionEvidence_byOpportunity').on(t.opportunityId, t.criterionId)],
);

export const opportunityLine = sqliteTable(
  'opportunityLine',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    productId: text().references(() => product.id),
    description: words(),
    quantity: real().notNull().default(1),
    unitPriceMinor: amount(),
    discount: share(),
    amountMinor: amount(),
    currency: words('CNY'),
    custom: json('{}'),
    rank: words('a0'),
    removedAt: removedAt(),
  },
  (t) => [index('opportunityLine_byOpportunity').on(t.opportunityId, t.rank)],
);

export const competitor = sqliteTable('competitor', {
  id: id(),
  name: words(),
  strengths: words(),
  weaknesses: words(),
  note: words(),
  createdAt: createdAt(),
  removedAt: removedAt(),
});

export const opportunityCompetitor = sqliteTable(
  'opportunityCompetitor',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    competitorId: text().references(() => competitor.id),
    /** ahead | level | behind | out | unknown */
    position: words('unknown'),
    priceMinor: amount(),
    note: words(),
    removedAt: removedAt(),
  },
  (t) => [
    index('opportunityCompetitor_byOpportunity').on(t.opportunityId),
    index('opportunityCompetitor_byCompetitor').on(t.competitorId, t.removedAt),
  ],
);

/** Period targets, one row per person and period. */
export const target = sqliteTable('target', {
  id: id(),
  memberId: text().references(() => member.id),
  /** e.g. 2026-Q3 */
  period: words(),
  amountMinor: amount(),
  currency: words('CNY'),
});

/** A submitted forecast call; append-only, the newest counts. */
export const forecastCall = sqliteTable('forecastCall', {
  id: id(),
  memberId: text().references(() => member.id),
  teamId: text(),
  period: words(),
  amountMinor: amount(),
  currency: words('CNY'),
  note: words(),
  version: count(1),
  at: createdAt(),
});
