import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { isoDate, type IsoDate } from '#shared/lib/time.ts';

/** Periods of the expected close that can be chosen. */
export const attentionPeriods = ['all', 'month', 'quarter', 'half'] as const;

const schema = z.object({
  process: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  period: z.enum(attentionPeriods).catch('all').default('all'),
});
export type AttentionSearch = z.infer<typeof schema>;

/** Filters of the list in the address; owner and process are those of the whole room. */
export const parseAttentionSearch = (raw: RawSearch): AttentionSearch => schema.parse(raw);

const daysOf = { month: 30, quarter: 90, half: 180 } as const;

/** What the list asks for. Overdue closes count as within any period: they are the most pressing. */
export function attentionInput(
  { process, owner, period }: AttentionSearch,
  today: string,
): { processId?: string; ownerId?: string; closeTo?: IsoDate } {
  return {
    ...(process === undefined || process === 'all' ? {} : { processId: process }),
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...(period === 'all' ? {} : { closeTo: dayOffset(isoDate(today), daysOf[period]) }),
  };
}
