import * as accountTables from './account.ts';
import * as automationTables from './automation.ts';
import * as intakeTables from './intake.ts';
import * as localTables from './local.ts';
import * as opportunityTables from './opportunity.ts';
import * as powerMapTables from './powerMap.ts';
import * as processTables from './process.ts';
import * as scoringTables from './scoring.ts';
import * as teamTables from './team.ts';
import * as workTables from './work.ts';

/** Every table whose changes are captured, logged and (with a team folder) shared. */
export const sharedTables = {
  ...teamTables,
  ...accountTables,
  ...processTables,
  ...opportunityTables,
  ...workTables,
  ...powerMapTables,
  ...automationTables,
  ...intakeTables,
  ...scoringTables,
};

/** Every table of this device alone, as drizzle sees it (bookkeeping of change capture has more, in SQL). */
export const deviceTables = { ...localTables };

export type SharedTableName = keyof typeof sharedTables;

/**
 * Columns that belong together: when one changes, the others are recorded with it under the same clock, so that a merge
 * takes all or none of them (a stage never without its status, an amount never without its currency).
 */
export const atomicGroups: Partial<Record<SharedTableName, readonly (readonly string[])[]>> = {
  opportunity: [
    ['processId', 'processVersionId', 'stageId', 'status', 'stageEnteredAt', 'closedAt', 'outcomeReason'],
    ['amountMinor', 'currency'],
  ],
  opportunityLine: [['quantity', 'unitPriceMinor', 'discount', 'amountMinor', 'currency']],
  product: [['priceMinor', 'currency']],
  stakeholder: [['stance', 'stanceDate']],
  account: [['region', 'city', 'address']],
  fact: [['valueMinor', 'currency']],
  lead: [
    ['status', 'reasonCode', 'reason', 'disqualifiedAt', 'convertedAt', 'accountId', 'contactId', 'opportunityId'],
    ['ownerId', 'heldSince', 'heldUntil'],
  ],
  task: [
    ['dueDate', 'dueMinute'],
    ['status', 'doneAt'],
  ],
  qualificationAnswer: [['value', 'evidence', 'at', 'byId']],
  risk: [['clearedAt', 'clearedById', 'clearedNote']],
};

/** Tables whose rows are history: they may be appended and undone, never edited. */
export const appendOnlyTables: readonly SharedTableName[] = [
  'stageChange',
  'pastChange',
  'c139Judgement',
  'forecastCall',
  'ruleFiring',
  'stallReason',
];
