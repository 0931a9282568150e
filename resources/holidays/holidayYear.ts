/** One year's public holidays as data; the calendar (shared/lib/calendar.ts) is built from several of them. */
export interface HolidayYear {
  readonly year: number;
  /** Days off that the State Council named, weekends within them included. `first..last` is a closed range. */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are worked in exchange (调休上班). */
  readonly workedWeekends: readonly string[];
  /** True while the official notice is not known: weekends only, and days in this year are an assumption. */
  readonly assumed: boolean;
}
