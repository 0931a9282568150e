import type { ModelVerdict, VerdictReason } from './learningTypes.ts';
import { toProbability } from './logOdds.ts';
import { rowLoss } from './metrics.ts';
import type { JudgedRows } from './prepareTable.ts';

/** Fewer closed records than this, or fewer of one side: nothing is learned. */
const LEAST_RECORDS = 20;
const LEAST_OF_A_SIDE = 5;
/** A gain smaller than this share of the base's log-loss moves no decision, however sure it is. */
const LEAST_GAIN = 0.01;
/** Fewer closed records than this: to be used with caution. */
const CAUTIOUS_RECORDS = 100;
/** The same for records of the rarer outcome: what wins is learned from those that won. */
const CAUTIOUS_OF_A_SIDE = 30;
/** A gain smaller than this share of the base's log-loss: to be used with caution. */
const CAUTIOUS_GAIN = 0.03;
/** One-sided 95 % of the standard normal distribution. */
const Z95_ONE_SIDED = 1.645;

/** Base log-loss less that of the pick, with the standard error of the difference by group. */
export function gainOver(
  judged: JudgedRows,
  base: Float64Array,
  pick: Float64Array,
): { logLoss: number; error: number } {
  const sums = new Map<number, { gain: number; mass: number }>();
  let [gain, mass] = [0, 0];
  for (let at = 0; at < base.length; at += 1) {
    const outcome = judged.outcome[at]!;
    const weight = judged.weight[at]!;
    const one = weight * (rowLoss(toProbability(base[at]!), outcome) - rowLoss(toProbability(pick[at]!), outcome));
    const sum = sums.get(judged.group[at]!) ?? { gain: 0, mass: 0 };
    sums.set(judged.group[at]!, { gain: sum.gain + one, mass: sum.mass + weight });
    gain += one;
    mass += weight;
  }
  const mean = gain / mass;
  let square = 0;
  for (const sum of sums.values()) square += (sum.gain - sum.mass * mean) ** 2;
  const groups = sums.size;
  return { logLoss: mean, error: groups > 1 ? Math.sqrt((square * groups) / (groups - 1)) / mass : Infinity };
}

/** Whether enough is known to learn at all. */
export function tooLittle(records: number, positives: number): VerdictReason | null {
  if (records < LEAST_RECORDS) return 'tooFewClosed';
  return Math.min(positives, records - positives) < LEAST_OF_A_SIDE ? 'oneSided' : null;
}

/** Whether a pick may be shown, given what it gains over the base rate. */
export function judgePick(
  { records, positives }: { readonly records: number; readonly positives: number },
  baseLoss: number,
  gain: { logLoss: number; error: number },
): { verdict: ModelVerdict; reasons: VerdictReason[] } {
  if (!(gain.logLoss > Z95_ONE_SIDED * gain.error) || gain.logLoss < LEAST_GAIN * baseLoss)
    return { verdict: 'abstains', reasons: ['notBetterThanBase'] };
  const reasons: VerdictReason[] = [];
  if (records < CAUTIOUS_RECORDS) reasons.push('fewClosed');
  else if (Math.min(positives, records - positives) < CAUTIOUS_OF_A_SIDE) reasons.push('fewOfASide');
  if (gain.logLoss < CAUTIOUS_GAIN * baseLoss) reasons.push('smallGain');
  return { verdict: reasons.length > 0 ? 'cautious' : 'usable', reasons };
}
