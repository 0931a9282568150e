import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';
import type { ProbabilityMetrics, ReliabilityBin } from './learningTypes.ts';

/** Probabilities beside what happened; the weight of each row is 1 when left out. */
export interface Judged {
  readonly probability: Float64Array;
  readonly outcome: Uint8Array;
  readonly weight?: Float64Array;
}

/** No probability counts as surer than this, or one wrong row would be infinitely bad. */
const SUREST = 1e-15;
const BINS = 10;

/** Log-loss of one row in nats. */
export function rowLoss(probability: number, outcome: number): number {
  const kept = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return outcome === 1 ? -Math.log(kept) : -Math.log(1 - kept);
}

/** Row numbers by rising key; equal keys stay in row order. */
export function orderBy(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let row = 0; row < order.length; row += 1) order[row] = row;
  return order.toSorted((a, b) => keys[a]! - keys[b]! || a - b);
}

/** The chance that a positive ranks above a negative, ties half; 0.5 when one side is missing. */
export function areaUnderCurve({ probability, outcome, weight }: Judged): number {
  const order = orderBy(probability);
  let [negatives, positives, above] = [0, 0, 0];
  for (let start = 0; start < order.length;) {
    const value = probability[order[start]!];
    let [up, down, end] = [0, 0, start];
    for (; end < order.length && probability[order[end]!] === value; end += 1) {
      const row = order[end]!;
      if (outcome[row] === 1) up += weight?.[row] ?? 1;
      else down += weight?.[row] ?? 1;
    }
    above += up * (negatives + down / 2);
    positives += up;
    negatives += down;
    start = end;
  }
  return positives > 0 && negatives > 0 ? above / (positives * negatives) : 0.5;
}

interface MassBin {
  rows: number;
  mass: number;
  predicted: number;
  actual: number;
}

/** Ten bins of equal mass by rising probability; a row belongs to the bin its middle lies in, equal probabilities stay together. */
function massBins({ probability, outcome, weight }: Judged): MassBin[] {
  const bins = Array.from({ length: BINS }, (): MassBin => ({ rows: 0, mass: 0, predicted: 0, actual: 0 }));
  const total = weight === undefined ? probability.length : weight.reduce((sum, one) => sum + one, 0);
  const order = orderBy(probability);
  let before = 0;
  for (let start = 0; start < order.length;) {
    let [end, mass] = [start, 0];
    for (; end < order.length && probability[order[end]!] === probability[order[start]!]; end += 1) {
      mass += weight?.[order[end]!] ?? 1;
    }
    const bin = bins[Math.min(BINS - 1, Math.floor(((before + mass / 2) / total) * BINS))]!;
    for (; start < end; start += 1) {
      const row = order[start]!;
      const one = weight?.[row] ?? 1;
      bin.rows += 1;
      bin.mass += one;
      bin.predicted += one * probability[row]!;
      bin.actual += one * outcome[row]!;
    }
    before += mass;
  }
  return bins.filter((bin) => bin.mass > 0);
}

/** The reliability diagram: ten bins of equal mass (fewer where many probabilities are equal). */
export function reliabilityBins(judged: Judged): ReliabilityBin[] {
  return massBins(judged).map(({ rows, mass, predicted, actual }) => {
    // Rows of one record share a weight of 1, so the mass is how many records the bin holds.
    const trials = Math.max(1, Math.round(mass));
    const interval = wilsonInterval(Math.min(trials, Math.round((actual / mass) * trials)), trials);
    return {
      rows,
      meanPredicted: predicted / mass,
      meanActual: actual / mass,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1,
    };
  });
}

/** How good probabilities are; all zero without rows. */
export function probabilityMetrics(judged: Judged): ProbabilityMetrics {
  const { probability, outcome, weight } = judged;
  let [mass, loss, square] = [0, 0, 0];
  for (let row = 0; row < probability.length; row += 1) {
    const one = weight?.[row] ?? 1;
    const actual = outcome[row]!;
    mass += one;
    loss += one * rowLoss(probability[row]!, actual);
    square += one * (probability[row]! - actual) ** 2;
  }
  if (mass === 0) return { rows: 0, auc: 0.5, logLoss: 0, brier: 0, ece: 0 };
  const gap = massBins(judged).reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.actual), 0);
  return {
    rows: probability.length,
    auc: areaUnderCurve(judged),
    logLoss: loss / mass,
    brier: square / mass,
    ece: gap / mass,
  };
}
