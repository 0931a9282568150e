import type { Prng } from '#shared/lib/prng.ts';

/*
 * How deals live. Behind every deal stands a quality nobody sees; it shows in whether the decision maker is met, in the
 * rhythm of contact, in how often the close date slips and in what C139 finds true, and together with those it decides
 * whether a stage is passed. So a model trained on the sample has something to find, and noise enough to be unsure.
 */

/** What is true of a deal whether anybody knows it or not. Everything is about zero and one wide unless said otherwise. */
export interface DealNature {
  readonly quality: number;
  readonly deciderMet: boolean;
  readonly rhythm: number;
  readonly sourceIndex: number;
  /** Quality, cover of the decider, rhythm, source and seller in one: added to the log-odds of every step. */
  readonly strength: number;
  /** Times the expected close will be moved later. */
  readonly pushes: number;
}

/** One stay in an open stage; `day` is the number of the working day on which it began. */
export interface StageVisit {
  readonly stage: number;
  readonly day: number;
  readonly kind: 'create' | 'advance' | 'skip' | 'back';
}

/** A deal's way to its end, as if nobody stopped the clock. */
export interface DealPath {
  readonly visits: readonly StageVisit[];
  readonly closedDay: number;
  readonly won: boolean;
}

/** What the way depends on. */
export interface PathRules {
  /** Log-odds of passing each open stage for a deal of strength 0. */
  readonly intercepts: readonly number[];
  /** Business days each stage allows. */
  readonly allowedDays: readonly number[];
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Draws a deal's nature; `skill` of its seller is about -0.4..0.4. */
export function drawNature(
  prng: Prng,
  sources: readonly { weight: number; effect: number }[],
  skill: number,
): DealNature {
  const quality = prng.normal();
  const sourceIndex = prng.weighted(sources.map(({ weight }) => weight));
  const deciderMet = prng.chance(logistic(0.1 + 0.9 * quality + 0.6 * skill));
  const rhythm = 0.5 * quality + 0.87 * prng.normal();
  const pushes = prng.poisson(Math.exp(-0.4 - 0.45 * quality));
  const strength =
    0.75 * quality +
    (deciderMet ? 0.55 : -0.55) +
    0.3 * rhythm -
    0.2 * (pushes - 0.7) +
    0.7 * sources[sourceIndex]!.effect +
    0.6 * skill;
  return { quality, deciderMet, rhythm, sourceIndex, strength, pushes };
}

/** Plays one deal from its first day to its end. */
export function playPath(prng: Prng, nature: DealNature, rules: PathRules, startDay: number): DealPath {
  const last = rules.intercepts.length - 1;
  const visits: StageVisit[] = [{ stage: 0, day: startDay, kind: 'create' }];
  let day = startDay;
  let stage = 0;
  let turnedBack = false;
  for (;;) {
    const passes = prng.chance(logistic(rules.intercepts[stage]! + nature.strength));
    day += dwell(prng, nature, rules.allowedDays[stage]!, passes);
    if (!passes || stage === last) return { visits, closedDay: day, won: passes };
    if (!turnedBack && stage > 0 && prng.chance(0.05)) {
      turnedBack = true;
      stage -= 1;
      visits.push({ stage, day, kind: 'back' });
      day += dwell(prng, nature, rules.allowedDays[stage]! / 2, true);
      stage += 1;
      visits.push({ stage, day, kind: 'advance' });
      continue;
    }
    const skips = stage + 2 <= last && prng.chance(0.05);
    stage += skips ? 2 : 1;
    visits.push({ stage, day, kind: skips ? 'skip' : 'advance' });
  }
}

/** Business days in a stage: what is lost lingers, what is good moves on. */
function dwell(prng: Prng, nature: DealNature, allowed: number, passes: boolean): number {
  const typical = passes ? 0.62 * Math.exp(-0.12 * nature.strength) : 0.95 * Math.exp(0.1 * nature.pushes);
  return Math.max(1, Math.round(allowed * typical * Math.exp(0.45 * prng.normal())));
}

/**
 * Finds the log-odds per stage that let the wanted share of a cohort pass, by playing a pilot cohort: whoever reaches a
 * stage is better than average, which a formula would have to guess. Shares lie within 0..1, both ends excluded.
 */
export function calibrateIntercepts(
  wanted: readonly number[],
  drawStrength: () => number,
  prng: Prng,
  pilot = 2500,
): number[] {
  let cohort = Array.from({ length: pilot }, drawStrength);
  return wanted.map((share) => {
    let [low, high] = [-8, 8];
    for (let step = 0; step < 30; step += 1) {
      const middle = (low + high) / 2;
      const mean = cohort.reduce((sum, strength) => sum + logistic(middle + strength), 0) / cohort.length;
      if (mean < share) low = middle;
      else high = middle;
    }
    const survivors = cohort.filter((strength) => prng.chance(logistic(low + strength)));
    if (survivors.length > 30) cohort = survivors;
    return low;
  });
}
