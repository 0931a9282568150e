import type { HolidayYear } from './holidayYear.ts';

/** The notice for 2027 was not at hand when this was written: Monday to Friday count as working days until it is. */
export const cn2027: HolidayYear = { year: 2027, daysOff: [], workedWeekends: [], assumed: true };
