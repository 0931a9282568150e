import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { daySchema } from './primitives.ts';

/** Years that a calendar can be shown and edited for. */
const yearSchema = z.int().min(1990).max(2100);
/** At most every day of a leap year; what is no day of that year is refused with its place. */
const daysSchema = z.array(z.string().max(20)).max(366);

const calendarYear = z.object({
  year: z.int(),
  today: daySchema,
  /** False while the official holidays of that year are not in the shipped table. */
  known: z.boolean(),
  /** Days that are not what their weekday says, and those that the team changed. */
  days: z.array(z.object({ day: daySchema, working: z.boolean(), changed: z.boolean() })),
  /** What the team changed, day by day; `save` takes the same lists. */
  daysOff: z.array(daySchema),
  workedDays: z.array(daySchema),
  /** Working days of the whole year. */
  workingDays: z.int(),
});
export type CalendarYearView = z.infer<typeof calendarYear>;

/** The working days of the workspace: the shipped holiday tables with the team's own days on top. */
export const calendarContract = {
  get: defineQuery({ name: 'calendar.get', input: z.object({ year: yearSchema }), output: calendarYear }),
  /** Replaces the team's changes of one year; two empty lists bring the shipped table back. */
  save: defineCommand({
    name: 'calendar.save',
    input: z.object({ year: yearSchema, daysOff: daysSchema, workedDays: daysSchema }),
    output: z.object({ workingDays: z.int() }),
    errors: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('calendarProblems'),
        problems: z.array(
          z.object({
            code: z.enum(['badDate', 'otherYear', 'twice', 'overlap']),
            path: z.string(),
            day: z.string(),
          }),
        ),
      }),
    ]),
    topics: ['calendar'],
  }),
};
