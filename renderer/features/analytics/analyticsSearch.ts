import { z } from 'zod';
import type { RawSearch } from '#renderer/platform/navigation.ts';
import { isIsoDate, isoDate, type IsoDate } from '#shared/lib/time.ts';

const day = z
  .string()
  .refine((value) => isIsoDate(value))
  .optional()
  .catch(undefined);

const schema = z.object({
  view: z.enum(['funnel', 'attention']).catch('funnel').default('funnel'),
  process: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  from: day,
  to: day,
});
export type AnalyticsSearch = z.infer<typeof schema>;

/** Filters of the funnel in the address. */
export const parseAnalyticsSearch = (raw: RawSearch): AnalyticsSearch => schema.parse(raw);

/** The window that is shown: what the address says, otherwise the year that ends today. */
export function windowOf(
  { from, to }: Pick<AnalyticsSearch, 'from' | 'to'>,
  today: string,
): { from: IsoDate; to: IsoDate } {
  const end = to ?? today;
  const year = Number(end.slice(0, 4)) - 1;
  // 29 February has no counterpart a year earlier.
  const start = `${year}${end.slice(4) === '-02-29' ? '-02-28' : end.slice(4)}`;
  return { from: isoDate(from ?? start), to: isoDate(end) };
}
