import { wilsonInterval } from '../../../lib/statistics/wilsonInterval.ts';
import type { ColumnDrift } from './columnDrift.ts';
import type { PredictionQuality } from './measurePredictions.ts';

/** What a check proposes: keep it, look again, train anew; tooFew says 样本不足 and proposes nothing. */
export type CheckVerdict = 'ok' | 'watch' | 'refit' | 'tooFew';

/** Why, the weightiest first. */
export type CheckReason =
  | 'noneClosed'
  | 'allLearned'
  | 'fewClosed'
  | 'oneSided'
  | 'worseThanBase'
  | 'noGain'
  | 'tooLow'
  | 'tooHigh'
  | 'inputsMoved'
  | 'baseMoved'
  | 'asExpected';

/** The judgement with its reasons. */
export interface CheckJudgement {
  readonly verdict: CheckVerdict;
  readonly reasons: readonly CheckReason[];
}

/** The same bounds under which a model abstains. */
const FEWEST_CLOSED = 20;
const FEWEST_SIDE = 5;
/** Standard deviations: one month in twenty, one in a hundred by chance alone. */
const DOUBTFUL = 1.96;
const WRONG = 2.58;

/** What is judged. */
interface CheckedModel {
  /** Null when nothing was closed in the window. */
  readonly quality: PredictionQuality | null;
  readonly drift: readonly ColumnDrift[];
  /** Interval of the base rate at training; it moved when that of the window lies apart. */
  readonly base: { readonly low: number; readonly high: number };
  /** An abstaining model gives the base rate: it cannot beat it, only the rate itself can be wrong. */
  readonly abstains: boolean;
  /** How many records of the window the model had learned from; they are not in `quality`. */
  readonly learned: number;
}

/** Judges a check: figures that chance explains are not held against a model. */
export function judgeCheck({ quality, drift, base, abstains, learned }: CheckedModel): CheckJudgement {
  if (quality === null) return { verdict: 'tooFew', reasons: [learned > 0 ? 'allLearned' : 'noneClosed'] };
  const { rows } = quality.metrics;
  const side = Math.min(quality.positives, rows - quality.positives);
  if (rows < FEWEST_CLOSED) return { verdict: 'tooFew', reasons: ['fewClosed'] };
  if (side < FEWEST_SIDE) return { verdict: 'tooFew', reasons: ['oneSided'] };
  const refit: CheckReason[] = [];
  const watch: CheckReason[] = [];
  const off: CheckReason = quality.deviation > 0 ? 'tooLow' : 'tooHigh';
  if (!abstains) {
    if (quality.gain.logLoss < -quality.gain.error) refit.push('worseThanBase');
    else if (quality.gain.logLoss <= 0) watch.push('noGain');
  }
  if (Math.abs(quality.deviation) >= WRONG) refit.push(off);
  else if (Math.abs(quality.deviation) >= DOUBTFUL) watch.push(off);
  if (drift.some(({ state }) => state === 'moved')) watch.push('inputsMoved');
  if (baseMoved(quality, base)) watch.push('baseMoved');
  if (refit.length > 0) return { verdict: 'refit', reasons: [...refit, ...watch] };
  return watch.length > 0 ? { verdict: 'watch', reasons: watch } : { verdict: 'ok', reasons: ['asExpected'] };
}

/** Whether the share of successes in the window and that at training have intervals apart. */
function baseMoved({ positives, metrics }: PredictionQuality, base: CheckedModel['base']): boolean {
  const now = wilsonInterval(positives, metrics.rows);
  return now !== null && (now.low > base.high || now.high < base.low);
}
