import type { Translation } from '../catalogue.ts';
import type { leads as source } from '../zhCN/leads.ts';

export const leads = {
  'leads.status.new': 'New',
  'leads.status.verifying': 'Verifying',
  'leads.status.converted': 'Converted',
  'leads.status.disqualified': 'Disqualified',
  'leads.status.pool': 'Pool',
  'leads.reason.noNeed': 'No need',
  'leads.reason.noBudget': 'No budget',
  'leads.reason.wrongPerson': 'Wrong person',
  'leads.reason.notOurCustomer': 'Not our kind of customer',
  'leads.reason.competitor': 'Chose a competitor',
  'leads.reason.noResponse': 'No response',
  'leads.reason.invalid': 'Invalid details',
  'leads.reason.duplicate': 'Duplicate',
  'leads.reason.other': 'Other',
  'leads.reason.givenBack': 'Given back',
  'leads.reason.overdue': 'Holding time over',
} as const satisfies Translation<typeof source>;
