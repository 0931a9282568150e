import type { Duration } from '../../lib/statistics/kaplanMeier.ts';
import { type CountBusinessDays, cohortOutcome, isOverstayed, timeInStage } from './cohort.ts';
import type { FunnelCase } from './funnelCase.ts';

/** What is counted of one stage's cohort. */
export class StageTally {
  entered = 0;
  reached = 0;
  open = 0;
  lost = 0;
  openOver = 0;
  regressions = 0;
  readonly #allowedDays: number | null;
  readonly #now: number;
  readonly #countDays: CountBusinessDays;
  #amountSum = 0;
  #amounts = 0;
  /** Cases by whole days in the stage; a hundred thousand deals make a few hundred of them. */
  readonly #ended = new Map<number, number>();
  readonly #lasting = new Map<number, number>();

  constructor(allowedDays: number | null, now: number, countDays: CountBusinessDays) {
    this.#allowedDays = allowedDays;
    this.#now = now;
    this.#countDays = countDays;
  }

  /** Counts a deal that is in the cohort of the stage with this index. */
  add({ deal, journey, amountMinor }: FunnelCase, stage: number): void {
    this.entered += 1;
    this[cohortOutcome(journey, stage, deal.status)] += 1;
    if (isOverstayed(journey, stage, deal.status, this.#allowedDays, this.#now, this.#countDays)) this.openOver += 1;
    if (journey.visits[stage]?.wentBack) this.regressions += 1;
    if (amountMinor !== null) {
      this.#amountSum += amountMinor;
      this.#amounts += 1;
    }
    const time = timeInStage(journey, stage, this.#now, this.#countDays);
    if (time === null) return;
    const counts = time.ended ? this.#ended : this.#lasting;
    counts.set(time.length, (counts.get(time.length) ?? 0) + 1);
  }

  /** Deals whose outcome is known. */
  get settled(): number {
    return this.reached + this.lost;
  }

  /** reached / settled, null while nothing is known. */
  get rate(): number | null {
    return this.settled === 0 ? null : this.reached / this.settled;
  }

  /** In minor units; null without any amount. */
  get averageAmountMinor(): number | null {
    return this.#amounts === 0 ? null : Math.round(this.#amountSum / this.#amounts);
  }

  /** Time in stage of everybody who really stayed there. */
  durations(): Duration[] {
    return [
      ...Array.from(this.#ended, ([length, count]) => ({ length, ended: true, count })),
      ...Array.from(this.#lasting, ([length, count]) => ({ length, ended: false, count })),
    ];
  }
}
