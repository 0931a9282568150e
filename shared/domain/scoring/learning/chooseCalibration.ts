import { calibrated, fitIsotonic, fitPlatt, noCalibration, type RawJudged } from './calibration.ts';
import { meanLoss } from './candidates.ts';
import type { Calibration } from './modelTypes.ts';
import type { JudgedRows } from './prepareTable.ts';

/** What was chosen, and the log-odds of every judged row by a calibration that had not seen its group. */
export interface ChosenCalibration {
  readonly calibration: Calibration;
  readonly crossFitted: Float64Array;
}

const PARTS = 5;
/** From this many records on an isotonic line is tried. */
const ISOTONIC_FROM = 1000;
/** A calibration is to gain at least this much log-loss out of fold. */
const WORTH = 1e-4;

/** Tries to calibrate out-of-fold log-odds; keeps what helps on groups (or later times) it was not fitted on. */
export function chooseCalibration(judged: JudgedRows, raw: Float64Array): ChosenCalibration {
  const records = judged.weight.reduce((sum, one) => sum + one, 0);
  const kinds: ((part: RawJudged) => Calibration)[] = [(part) => fitPlatt(part)];
  if (records >= ISOTONIC_FROM) kinds.push((part) => fitIsotonic(part, Math.max(50, records / 40)));
  let best: ChosenCalibration = { calibration: noCalibration, crossFitted: raw };
  let bestLoss = meanLoss(judged, raw) - WORTH;
  for (const kind of kinds) {
    const crossFitted = crossFit(judged, raw, kind);
    const loss = meanLoss(judged, crossFitted);
    if (loss >= bestLoss) continue;
    bestLoss = loss;
    best = { calibration: kind({ raw, outcome: judged.outcome, weight: judged.weight }), crossFitted };
  }
  return best;
}

/** Every part calibrated by the others; where validation went forward, by earlier windows only, the first one not at all. */
function crossFit(judged: JudgedRows, raw: Float64Array, kind: (part: RawJudged) => Calibration): Float64Array {
  const result = raw.slice();
  // Multiplying spreads neighbouring group numbers over the parts.
  const partOf = judged.window ?? judged.group.map((group) => (Math.imul(group + 1, 2_654_435_761) >>> 8) % PARTS);
  for (const part of new Set(partOf)) {
    const seen = [...partOf.keys()].filter((at) => (judged.window === null ? partOf[at] !== part : partOf[at]! < part));
    if (seen.length === 0) continue;
    const calibration = kind({
      raw: Float64Array.from(seen, (at) => raw[at]!),
      outcome: Uint8Array.from(seen, (at) => judged.outcome[at]!),
      weight: Float64Array.from(seen, (at) => judged.weight[at]!),
    });
    for (let at = 0; at < raw.length; at += 1) if (partOf[at] === part) result[at] = calibrated(calibration, raw[at]!);
  }
  return result;
}
