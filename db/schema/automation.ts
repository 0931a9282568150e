import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { lead } from './account.ts';
import { createdAt, flag, id, instant, json, removedAt, words } from './columns.ts';
import { opportunity } from './opportunity.ts';
import { process, stage } from './process.ts';
import { member } from './team.ts';

/** A rule of the team: when something happens and conditions hold, actions follow (docs/adr/0008-task-engine.md). */
export const automationRule = sqliteTable(
  'automationRule',
  {
    id: id(),
    name: words(),
    /** Only deals of this process; null = of every process. */
    processId: text().references(() => process.id),
    enabled: flag(1),
    trigger: json('{}'),
    conditions: json('[]'),
    actions: json('[]'),
    rank: words('a0'),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('automationRule_byProcess').on(t.processId)],
);

/**
 * A rule has fired for a deal on one occasion; id = hash of the three, so that two laptops that both see the occasion
 * record it once. Append-only.
 */
export const ruleFiring = sqliteTable(
  'ruleFiring',
  {
    id: id(),
    ruleId: text().references(() => automationRule.id),
    opportunityId: text().references(() => opportunity.id),
    /** What it fired on, e.g. the stage change or the day. */
    occasion: words(),
    at: createdAt(),
  },
  (t) => [
    index('ruleFiring_byOpportunity').on(t.opportunityId, t.ruleId),
    // When a rule fired last, and what it did lately.
    index('ruleFiring_byRule').on(t.ruleId, t.at),
  ],
);

/** A named warning on a deal, raised by a rule or a person, until somebody or something clears it. */
export const risk = sqliteTable(
  'risk',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    text: words(),
    ruleId: text().references(() => automationRule.id),
    raisedAt: createdAt(),
    raisedById: text().references(() => member.id),
    clearedAt: instant(),
    clearedById: text().references(() => member.id),
    clearedNote: words(),
  },
  (t) => [index('risk_byOpportunity').on(t.opportunityId, t.clearedAt)],
);

/** Why a deal stays longer in a stage than allowed, as its owner said when asked; append-only, the newest counts. */
export const stallReason = sqliteTable(
  'stallReason',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    stageId: text().references(() => stage.id),
    /** customerDelay | budget | decisionMaker | competitor | internal | technical | lowPriority | other */
    code: words('other'),
    note: words(),
    at: createdAt(),
    byId: text().references(() => member.id),
  },
  (t) => [index('stallReason_byOpportunity').on(t.opportunityId, t.stageId, t.at)],
);

/** One question of the three-level check 商机分级; the levels A, B, C each need their questions answered with yes. */
export const qualificationQuestion = sqliteTable(
  'qualificationQuestion',
  {
    id: id(),
    /** Only deals of this process; null = deals of every process, and leads. */
    processId: text().references(() => process.id),
    /** A | B | C: the level it belongs to; a level needs its own questions and those of the levels below. */
    level: words('C'),
    /** need | budget | authority | timing | fit | competition | other */
    topic: words('other'),
    text: words(),
    hint: words(),
    /** 1 = a "no" means false demand: the deal should be parked or disqualified. */
    decisive: flag(0),
    rank: words('a0'),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('qualificationQuestion_byProcess').on(t.processId, t.rank)],
);

/** The answer to one question about one deal or lead, with its evidence; id = hash of question and record. */
export const qualificationAnswer = sqliteTable(
  'qualificationAnswer',
  {
    id: id(),
    questionId: text().references(() => qualificationQuestion.id),
    opportunityId: text().references(() => opportunity.id),
    leadId: text().references(() => lead.id),
    /** yes | no | unknown */
    value: words('unknown'),
    evidence: words(),
    at: createdAt(),
    byId: text().references(() => member.id),
  },
  (t) => [
    index('qualificationAnswer_byOpportunity').on(t.opportunityId),
    index('qualificationAnswer_byLead').on(t.leadId),
  ],
);

/** Two records that a person has judged not to be the same; id = hash of both. */
export const notDuplicate = sqliteTable(
  'notDuplicate',
  {
    id: id(),
    /** lead | account | contact */
    entity: words(),
    oneId: words(),
    otherId: words(),
    byId: text().references(() => member.id),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('notDuplicate_byOne').on(t.entity, t.oneId), index('notDuplicate_byOther').on(t.entity, t.otherId)],
);
