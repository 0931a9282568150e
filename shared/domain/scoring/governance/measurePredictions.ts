import type { ProbabilityMetrics, ReliabilityBin } from '../learning/learningTypes.ts';
import { type Judged, probabilityMetrics, reliabilityBins, rowLoss } from '../learning/metrics.ts';

/** What predictions came to, beside a constant base rate. */
export interface PredictionQuality {
  readonly metrics: ProbabilityMetrics;
  readonly positives: number;
  /** The same outcomes, each predicted by the base rate. */
  readonly base: { readonly rate: number; readonly logLoss: number; readonly brier: number };
  /** Mean of base − model log-loss per record, and its standard error. */
  readonly gain: { readonly logLoss: number; readonly error: number };
  /**
   * How far the number of successes is from the sum of the probabilities, in standard deviations of that number were the
   * probabilities right: positive = more came than was said.
   */
  readonly deviation: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** Measures one prediction per record against what happened; null without records. `baseRate` is the one of training, 0..1 exclusive. */
export function measurePredictions(
  judged: Pick<Judged, 'probability' | 'outcome'>,
  baseRate: number,
): PredictionQuality | null {
  const { probability, outcome } = judged;
  const rows = probability.length;
  if (rows === 0) return null;
  const base = { probability: probability.map(() => baseRate), outcome };
  const gains = Array.from(
    probability,
    (own, row) => rowLoss(baseRate, outcome[row] ?? 0) - rowLoss(own, outcome[row] ?? 0),
  );
  const gain = mean(gains);
  const spread = rows < 2 ? 0 : gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / (rows - 1);
  const positives = outcome.reduce((sum, one) => sum + one, 0);
  const expected = probability.reduce((sum, one) => sum + one, 0);
  const variance = probability.reduce((sum, one) => sum + one * (1 - one), 0);
  const baseMetrics = probabilityMetrics(base);
  return {
    metrics: probabilityMetrics(judged),
    positives,
    base: { rate: baseRate, logLoss: baseMetrics.logLoss, brier: baseMetrics.brier },
    gain: { logLoss: gain, error: Math.sqrt(spread / rows) },
    deviation: variance === 0 ? 0 : (positives - expected) / Math.sqrt(variance),
    reliability: reliabilityBins(judged),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
