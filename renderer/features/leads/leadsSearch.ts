import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { leadStatuses } from '#shared/domain/leads/leadAction.ts';
import { isIsoDate } from '#shared/lib/time.ts';

/** The lists of the room, and its figures. */
export const leadViews = ['mine', 'all', 'pool', 'converted', 'disqualified', 'rate'] as const;

const day = z
  .string()
  .refine((value): boolean => isIsoDate(value))
  .optional()
  .catch(undefined);
const words = z.string().max(200).optional().catch(undefined);

/** States to filter by; `open` is neither converted nor disqualified. */
export const leadStatusFilters = [...leadStatuses, 'open'] as const;

const listSchema = z.object({
  view: z.enum(leadViews).catch('mine'),
  text: words,
  owner: words,
  source: words,
  status: z.enum(leadStatusFilters).optional().catch(undefined),
  surging: z.boolean().optional().catch(undefined),
  from: day,
  to: day,
  sort: z.enum(['created', 'holding', 'company', 'attribute']).catch('created'),
  ascending: z.boolean().optional().catch(undefined),
  by: z.enum(['source', 'owner']).catch('source'),
});
export type LeadsSearch = z.infer<typeof listSchema>;

/** Filters of the room in the address. */
export const parseLeadsSearch = (raw: RawSearch): LeadsSearch => listSchema.parse(raw);

/** Stands in the address for leads that nobody owns. */
export const NOBODY = 'nobody';

/** The filters as the list operation takes them. */
export function listInput(search: LeadsSearch): InputOf<typeof leadContract.list> {
  return {
    view: search.view === 'rate' ? 'all' : search.view,
    ...(search.text ? { text: search.text } : {}),
    ...(search.owner === undefined ? {} : search.owner === NOBODY ? { ownerless: true } : { ownerIds: [search.owner] }),
    ...(search.source === undefined ? {} : { sources: [search.source] }),
    ...(search.status ? { statuses: search.status === 'open' ? ['new', 'verifying', 'pool'] : [search.status] } : {}),
    ...(search.surging === true ? { surging: true } : {}),
    ...(search.from ? { createdFrom: search.from } : {}),
    ...(search.to ? { createdTo: search.to } : {}),
  };
}

export const leadTabs = ['overview', 'activity', 'changes'] as const;
export type LeadTab = (typeof leadTabs)[number];
const pageSchema = z.object({ tab: z.enum(leadTabs).catch('overview') });

/** Tab of a lead's page in the address. */
export const parseLeadPageSearch = (raw: RawSearch): { tab: LeadTab } => pageSchema.parse(raw);
