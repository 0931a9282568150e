/** An open record with the figures that two versions give it. */
export interface ComparedRecord {
  readonly id: string;
  /** Null when it has none or when it is in another currency than the sums. */
  readonly amountMinor: number | null;
  readonly a: number;
  readonly b: number;
}

/** What taking version b into use instead of a would change. */
export interface Comparison<R extends ComparedRecord> {
  /** Records whose figure changes by half a point or more, the weightiest first: |b − a| × amount, then |b − a|. */
  readonly moved: readonly R[];
  readonly records: number;
  readonly raised: number;
  readonly lowered: number;
  /** Σ amount × figure over all records. */
  readonly expectedA: number;
  readonly expectedB: number;
  readonly amountMinor: number;
}

/** A smaller difference is the same figure to whoever reads it. */
const NOTICEABLE = 0.005;

/** Compares two versions over the open records; sums are in minor units, rounded once at the end. */
export function compareFigures<R extends ComparedRecord>(records: readonly R[]): Comparison<R> {
  const moved = records
    .filter(({ a, b }) => Math.abs(b - a) >= NOTICEABLE)
    .toSorted(
      (one, other) => weightOf(other) - weightOf(one) || stepOf(other) - stepOf(one) || (one.id < other.id ? -1 : 1),
    );
  let expectedA = 0;
  let expectedB = 0;
  let amountMinor = 0;
  for (const { amountMinor: own, a, b } of records) {
    if (own === null) continue;
    amountMinor += own;
    expectedA += own * a;
    expectedB += own * b;
  }
  return {
    moved,
    records: records.length,
    raised: moved.filter(({ a, b }) => b > a).length,
    lowered: moved.filter(({ a, b }) => b < a).length,
    expectedA: Math.round(expectedA),
    expectedB: Math.round(expectedB),
    amountMinor,
  };
}

const stepOf = ({ a, b }: ComparedRecord): number => Math.abs(b - a);
const weightOf = (record: ComparedRecord): number => stepOf(record) * Math.abs(record.amountMinor ?? 0);
