import type { StageEntry } from '#shared/domain/funnel/dealJourney.ts';

/** No row before this one. */
const NONE = -1;

/**
 * The stage history of many deals in columns of numbers, chained per deal: half a million rows as objects in a map would take
 * longer to collect as garbage than to read.
 */
export class StageHistory {
  /** The last row of each deal so far. */
  readonly #last: number[] = [];
  readonly #before: number[] = [];
  readonly #at: number[] = [];
  readonly #stage: number[] = [];
  readonly #origin: (number | null)[] = [];
  /** Row numbers of this history that are migrations: few, if any. */
  readonly #migrated = new Set<number>();

  /** Adds a row to the history of the deal with this number. */
  add(deal: number, { at, stage, from, migrated = false }: StageEntry): void {
    this.#before.push(this.#last[deal] ?? NONE);
    const index = this.#at.push(at) - 1;
    this.#last[deal] = index;
    this.#stage.push(stage);
    this.#origin.push(from);
    if (migrated) this.#migrated.add(index);
  }

  /** Forgets what a deal has, to be added anew. The numbers stay behind until the whole is read again. */
  forget(deal: number): void {
    this.#last[deal] = NONE;
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

  /** First and last instant of these deals, epoch ms; null when there is none. */
  span(deals: Iterable<number>): { readonly from: number; readonly to: number } | null {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const deal of deals) {
      for (let n = this.#last[deal] ?? NONE; n !== NONE; n = this.#before[n] ?? NONE) {
        const at = this.#at[n] ?? 0;
        if (at < from) from = at;
        if (at > to) to = at;
      }
    }
    return from <= to ? { from, to } : null;
  }
}
