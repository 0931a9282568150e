import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';

export const accountTabs = ['overview', 'activity', 'changes'] as const;
export type AccountTab = (typeof accountTabs)[number];

const listSchema = z.object({
  text: z.string().max(200).optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  industry: z.string().optional().catch(undefined),
  sort: z.enum(['name', 'openAmount', 'lastTouch', 'created', 'attribute']).catch('openAmount'),
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
});
export type AccountListSearch = z.infer<typeof listSchema>;

/** Filters of the account list in the address. */
export const parseListSearch = (raw: RawSearch): AccountListSearch => listSchema.parse(raw);

const pageSchema = z.object({ tab: z.enum(accountTabs).catch('overview') });

/** Tab of an account or contact page in the address. */
export const parsePageSearch = (raw: RawSearch): { tab: AccountTab } => pageSchema.parse(raw);
