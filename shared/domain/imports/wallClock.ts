import { DAY_MS } from '../../lib/time.ts';
import type { WrittenTime } from './parseTime.ts';

/** Turns what a file wrote into instants and days of one time zone; keeps what it looked up, so use one per import. */
export interface WallClock {
  /** The instant; a bare day counts from its midnight, a skipped hour (clock change) moves forward. */
  readonly instantOf: (time: WrittenTime) => number;
  /** The calendar day in the zone. */
  readonly dayOf: (time: WrittenTime) => string;
}

const HOUR_MS = 3_600_000;

/** Makes the clock of an IANA time zone. Throws a RangeError for an unknown zone. */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Zone offsets change on whole quarter hours; asking Intl once per hour keeps 20,000 rows from asking 20,000 times.
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const hour = Math.floor(at / HOUR_MS);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const part = Object.fromEntries(
        format.formatToParts(hour * HOUR_MS).map(({ type, value }) => [type, Number(value)]),
      );
      const wall = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
      offset = wall - hour * HOUR_MS;
      offsets.set(hour, offset);
    }
    return offset;
  };
  const localToInstant = (local: number): number => {
    const first = local - offsetAt(local);
    return local - offsetAt(first);
  };
  return {
    instantOf: (time) => {
      if (time.kind === 'instant') return time.at;
      return localToInstant(Date.parse(`${time.day}T00:00:00Z`) + (time.kind === 'local' ? time.msOfDay : 0));
    },
    dayOf: (time) => {
      if (time.kind !== 'instant') return time.day;
      const wall = time.at + offsetAt(time.at);
      return new Date(Math.floor(wall / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
    },
  };
}
