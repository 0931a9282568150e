import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';

export const dealTabs = ['overview', 'map', 'c139', 'tasks', 'activity', 'lines', 'files', 'changes'] as const;
export type DealTab = (typeof dealTabs)[number];

const schema = z.object({ tab: z.enum(dealTabs).catch('overview') });
export type DealSearch = z.infer<typeof schema>;

/** The tab in the address; anything unknown is the overview. */
export const parseDealSearch = (raw: RawSearch): DealSearch => schema.parse(raw);
