import type { Migration } from '../migrate.ts';

/**
 * Indexes from which sums over a whole account list are answered without reading a deal or an activity: 100,000 deals and a
 * million activities are added up in a few milliseconds, so no stored sum is needed that could go stale. And one for the tasks about a person.
 */
export const rollups: Migration = {
  id: 30,
  name: 'rollups',
  up: `
CREATE INDEX opportunity_openByAccount ON opportunity(accountId, currency, amountMinor)
  WHERE removedAt IS NULL AND status IN ('open', 'paused');
-- An internal note is no contact with the customer.
CREATE INDEX activity_touchByAccount ON activity(accountId, at) WHERE removedAt IS NULL AND kind <> 'note';
CREATE INDEX task_byContact ON task(contactId, status) WHERE contactId IS NOT NULL;
`,
};
