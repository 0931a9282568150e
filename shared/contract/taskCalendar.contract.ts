import { z } from 'zod';
import { defineQuery } from './operation.ts';
import { idSchema } from './primitives.ts';

export const taskCalendarContract = {
  /**
   * Tasks as an iCalendar file (RFC 5545): one's own (open ones, and what was closed in the last 90 days) or all of a deal.
   * Every task keeps its UID, so that importing the file again updates what a calendar has.
   */
  export: defineQuery({
    name: 'taskCalendar.export',
    input: z.object({ opportunityId: idSchema.optional() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string(), tasks: z.int() }),
  }),
};
