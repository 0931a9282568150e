import { DAY_MS, type IsoDate } from '../../lib/time.ts';

/** The calendar day so many days later (negative: earlier). */
export function dayOffset(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}
