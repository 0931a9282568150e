/** 2020-01-01T00:00:00Z in epoch milliseconds: where the hybrid clock begins (reference: sync design §4.4). */
const CLOCK_EPOCH_MS = 1_577_836_800_000;
/** Steps within one millisecond; a busy millisecond simply flows over into the next. */
const STEPS_PER_MS = 8192;

/**
 * The hybrid logical clock of the next change transaction: later than every one before, and close to the wall clock
 * (epoch ms) when that is ahead. A clock that was set back never makes it fall. One safe integer until the year 2054.
 */
export function nextClock(last: number, wallMs: number): number {
  return Math.max(last + 1, (Math.floor(wallMs) - CLOCK_EPOCH_MS) * STEPS_PER_MS);
}

/** The last stamp that lies at or before an instant (epoch ms): the bound for "as it was then". */
export function lastClockAt(wallMs: number): number {
  return (Math.floor(wallMs) - CLOCK_EPOCH_MS) * STEPS_PER_MS + STEPS_PER_MS - 1;
}

/** The wall clock that a stamp was made at, epoch ms. */
export function instantOfClock(hlc: number): number {
  return Math.floor(hlc / STEPS_PER_MS) + CLOCK_EPOCH_MS;
}
