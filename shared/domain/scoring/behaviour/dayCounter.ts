import { DAY_MS, dayInZone } from '../../../lib/time.ts';
import type { DayOf } from './behaviourRules.ts';

/** Every offset of a time zone is a multiple of this, so a day never begins inside of one. */
const QUARTER_MS = 900_000;

/** Numbers calendar days of a time zone (days since 1970-01-01), remembering quarters of an hour: a file has many events of one day. */
export function dayCounter(timeZone: string): DayOf {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      day = Math.round(Date.parse(`${dayInZone(at, timeZone)}T00:00:00Z`) / DAY_MS);
      known.set(quarter, day);
    }
    return day;
  };
}
