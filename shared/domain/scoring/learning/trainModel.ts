import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';
import { blendCandidate } from './blendCandidate.ts';
import { boostingCandidate } from './boostingCandidate.ts';
import type { BoostingOptions } from './boostTrees.ts';
import { baseCandidate, type Candidate, meanLoss } from './candidates.ts';
import { chooseCalibration } from './chooseCalibration.ts';
import { describeColumns } from './describeColumns.ts';
import { groupNumbers } from './folds.ts';
import { gainOver, judgePick, tooLittle } from './judgePick.ts';
import { logisticCandidate } from './logisticCandidate.ts';
import { guardLeakage } from './guardLeakage.ts';
import type { LearningColumn, LearningTable, ProbabilityMetrics } from './learningTypes.ts';
import { toLogOdds, toProbability } from './logOdds.ts';
import { orderBy, probabilityMetrics, reliabilityBins } from './metrics.ts';
import type { TrainedModel, TrainingReport, ValidatedBin } from './modelTypes.ts';
import { type JudgedRows, type PreparedTable, prepareTable } from './prepareTable.ts';
import { noCalibration } from './calibration.ts';

/** How to train. */
export interface TrainingOptions {
  /** The same table and seed give the same model. */
  readonly seed: number;
  /** The same columns for records without outcome; a column filled only where the outcome is known is found with it. */
  readonly unresolved?: readonly LearningColumn[];
  readonly onProgress?: (phase: string, done: number, total: number) => void;
}

const VALIDATED_BINS = 40;
/** Chosen once over several public data sets; what depends on the table (how many trees) is chosen out of fold. */
const BOOSTING: BoostingOptions = {
  depth: 6,
  ridge: 3,
  leastCurvature: 3,
  leastGain: 0.1,
  shrinkage: 0.07,
  rowShare: 0.7,
  viewShare: 0.4,
};

/** Learns from a table, chooses by rows not learned from, calibrates, and abstains where nothing was learned. */
export function trainModel(
  table: LearningTable,
  options: TrainingOptions,
): { model: TrainedModel; report: TrainingReport } {
  const counts = countRecords(table);
  const base = baseOf(counts);
  const few = tooLittle(counts.records, counts.positives);
  if (few !== null) return abstaining(counts, base, { reasons: [few], candidates: [], leftOut: [] });
  const columns = table.columns.map(finiteOnly);
  const { kept, leftOut } = guardLeakage({ ...table, columns }, options.unresolved ?? []);
  const prepared = prepareTable(table, kept, options.seed);
  const candidates = tryCandidates(prepared, options);
  const measured = candidates.map(({ name, raw }) => ({ name, metrics: metricsOf(prepared.judged, raw) }));
  const losses = candidates.map(({ raw }) => meanLoss(prepared.judged, raw));
  const pick = candidates[losses.indexOf(Math.min(...losses))]!;
  const { calibration, crossFitted } = chooseCalibration(prepared.judged, pick.raw);
  const gain = gainOver(prepared.judged, candidates[0]!.raw, crossFitted);
  const { verdict, reasons } = judgePick(counts, losses[0]!, gain);
  if (verdict === 'abstains' || pick.name === 'base') {
    return abstaining(counts, base, { reasons: ['notBetterThanBase'], candidates: measured, leftOut, gain });
  }
  const bounds = boundsFor(counts.records);
  const model: TrainedModel = {
    format: 1,
    verdict,
    baseRate: base.rate,
    bounds,
    columns: prepared.specs,
    ...pick.fit(),
    calibration,
    validated: validatedBins(prepared.judged, crossFitted),
  };
  const judged = {
    probability: crossFitted.map((one) => Math.min(bounds.high, Math.max(bounds.low, toProbability(one)))),
    outcome: prepared.judged.outcome,
    weight: prepared.judged.weight,
  };
  const report: TrainingReport = {
    verdict,
    reasons,
    ...counts,
    base,
    candidates: measured,
    chosen: pick.name,
    calibration: calibration.kind,
    metrics: probabilityMetrics(judged),
    gain,
    reliability: reliabilityBins(judged),
    columns: describeColumns(model, prepared),
    leftOut,
  };
  return { model, report };
}

/** A number that is not finite is unknown: nothing can be averaged with it. */
function finiteOnly(column: LearningColumn): LearningColumn {
  if (column.kind === 'category' || column.values.every((value) => Number.isFinite(value) || Number.isNaN(value)))
    return column;
  return { ...column, values: column.values.map((value) => (Number.isFinite(value) ? value : NaN)) };
}

function tryCandidates(prepared: PreparedTable, { onProgress }: TrainingOptions): Candidate[] {
  let done = 0;
  const total = prepared.folds.length;
  const tick = (): void => onProgress?.('validate', (done += 1), total);
  const logistic = logisticCandidate(prepared, tick);
  const boosting = boostingCandidate(prepared, BOOSTING, tick);
  return [baseCandidate(prepared), logistic, boosting, blendCandidate(prepared, logistic, boosting)];
}

function metricsOf({ outcome, weight }: JudgedRows, raw: Float64Array): ProbabilityMetrics {
  return probabilityMetrics({ probability: raw.map(toProbability), outcome, weight });
}

interface Counts {
  rows: number;
  records: number;
  positives: number;
}

/** Records are groups. Rows of one group may differ in outcome, so the positive ones are the share of all rows, by weight. */
function countRecords({ rows, group, outcome, weight }: LearningTable): Counts {
  const records = groupNumbers(rows, group).groups;
  let [mass, positive] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const one = weight?.[row] ?? 1;
    mass += one;
    positive += one * outcome[row]!;
  }
  return { rows, records, positives: mass > 0 ? Math.round((records * positive) / mass) : 0 };
}

function baseOf({ records, positives }: Counts): TrainingReport['base'] {
  const interval = wilsonInterval(positives, records);
  return { rate: (positives + 0.5) / (records + 1), low: interval?.low ?? 0, high: interval?.high ?? 1 };
}

/** 1 to 99 %, narrower where few records were learned from: nobody has seen one in a hundred among thirty. */
function boundsFor(records: number): TrainedModel['bounds'] {
  const low = Math.max(0.01, 1 / (records + 2));
  return { low, high: 1 - low };
}

function abstaining(
  counts: Counts,
  base: TrainingReport['base'],
  found: Pick<TrainingReport, 'reasons' | 'candidates' | 'leftOut'> & Partial<Pick<TrainingReport, 'gain'>>,
): { model: TrainedModel; report: TrainingReport } {
  const nothing = { rows: 0, auc: 0.5, logLoss: 0, brier: 0, ece: 0 };
  const model: TrainedModel = {
    format: 1,
    verdict: 'abstains',
    baseRate: base.rate,
    bounds: { low: 0.01, high: 0.99 },
    columns: [],
    additive: null,
    trees: null,
    treeShare: 0,
    calibration: noCalibration,
    validated:
      counts.records > 0
        ? [{ logOdds: toLogOdds(base.rate), records: counts.records, positives: counts.positives }]
        : [],
  };
  const report: TrainingReport = {
    verdict: 'abstains',
    ...counts,
    base,
    ...found,
    chosen: 'base',
    calibration: 'none',
    metrics: found.candidates.find(({ name }) => name === 'base')?.metrics ?? nothing,
    gain: found.gain ?? { logLoss: 0, error: 0 },
    reliability: [],
    columns: [],
  };
  return { model, report };
}

/** The judged past by rising log-odds in pieces of about equal mass. */
function validatedBins(judged: JudgedRows, logOdds: Float64Array): ValidatedBin[] {
  const total = judged.weight.reduce((sum, one) => sum + one, 0);
  const piece = Math.max(total / VALIDATED_BINS, Math.min(5, total));
  const bins: ValidatedBin[] = [];
  let [mass, positives, sum] = [0, 0, 0];
  const order = orderBy(logOdds);
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place]!;
    mass += judged.weight[row]!;
    positives += judged.weight[row]! * judged.outcome[row]!;
    sum += judged.weight[row]! * logOdds[row]!;
    if (mass < piece && place < order.length - 1) continue;
    const records = Math.round(mass);
    bins.push({ logOdds: sum / mass, records, positives: Math.min(records, Math.round(positives)) });
    [mass, positives, sum] = [0, 0, 0];
  }
  return bins;
}
