import type { StageEntry } from '#shared/domain/funnel/dealJourney.ts';

/** No row before this one. */
const NONE = -1;

/**
 * The stage history of many deals in columns of numbers, chained per deal: half a million rows as objects in a map would take
 * longer to collect as garbage than to read.
 */
export class StageHistory {
  readonly #dealOf: Map<number, number>;
  /** The last row of each deal so far. */
  readonly #last: Int32Array;
  readonly #before: number[] = [];
  readonly #at: number[] = [];
  readonly #stage: number[] = [];
  readonly #origin: (number | null)[] = [];
  /** Row numbers of this history that are migrations: few, if any. */
  readonly #migrated = new Set<number>();
  #first = Number.POSITIVE_INFINITY;
  #newest = Number.NEGATIVE_INFINITY;

  /** Row numbers of the deals; `of` counts into this list. */
  constructor(rows: readonly number[]) {
    this.#dealOf = new Map(rows.map((row, index) => [row, index]));
    this.#last = new Int32Array(rows.length).fill(NONE);
  }

  /** Adds a row of the deal with this row number; rows of other deals are left out. */
  add(row: number, { at, stage, from, migrated = false }: StageEntry): void {
    const deal = this.#dealOf.get(row);
    if (deal === undefined) return;
    this.#before.push(this.#last[deal] ?? NONE);
    const index = this.#at.push(at) - 1;
    this.#last[deal] = index;
    this.#stage.push(stage);
    this.#origin.push(from);
    if (migrated) this.#migrated.add(index);
    if (at < this.#first) this.#first = at;
    if (at > this.#newest) this.#newest = at;
  }

  /** The rows of a deal in the order in which they were added. */
  of(deal: number): StageEntry[] {
    const entries: StageEntry[] = [];
    for (let n = this.#last[deal] ?? NONE; n !== NONE; n = this.#before[n] ?? NONE) {
      const entry = { at: this.#at[n] ?? 0, stage: this.#stage[n] ?? 0, from: this.#origin[n] ?? null };
      entries.push(this.#migrated.has(n) ? { ...entry, migrated: true } : entry);
    }
    return entries.toReversed();
  }

  /** First and last instant, epoch ms; null when there is none. */
  span(): { readonly from: number; readonly to: number } | null {
    return this.#first <= this.#newest ? { from: this.#first, to: this.#newest } : null;
  }
}
