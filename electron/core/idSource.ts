import { v7 } from 'uuid';

/**
 * Makes UUIDv7 ids that rise strictly within one process, also when the clock stands still or is set back: the last
 * millisecond is kept and the sequence counts on.
 */
export function createIdSource(now: () => number, randomBytes: (length: number) => Uint8Array): () => string {
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = now();
    if (ms > lastMs) {
      lastMs = ms;
      // Start low enough that the 32-bit sequence cannot overflow within one millisecond.
      sequence = new DataView(Uint8Array.from(randomBytes(4)).buffer).getUint32(0) >>> 8;
    } else {
      sequence += 1;
    }
    return v7({ msecs: lastMs, seq: sequence, random: randomBytes(16) });
  };
}
