import type { CsvTraining } from '#shared/domain/scoring/csv/csvTable.ts';
import type { CsvTarget } from '#shared/domain/scoring/csv/csvTypes.ts';
import type {
  LeftOutColumn,
  ModelVerdict,
  ProbabilityMetrics,
  VerdictReason,
} from '#shared/domain/scoring/learning/learningTypes.ts';
import type { TrainingReport } from '#shared/domain/scoring/learning/modelTypes.ts';

const VERDICTS: Record<ModelVerdict, string> = {
  usable: 'usable',
  cautious: 'to be used with caution',
  abstains: 'abstains: every row gets the base rate',
};
const REASONS: Record<VerdictReason, string> = {
  tooFewClosed: 'fewer than 20 decided rows',
  fewOfASide: 'fewer than 30 rows with one of the outcomes',
  oneSided: 'fewer than 5 rows with one of the outcomes',
  notBetterThanBase: 'no better than the base rate on rows not learned from',
  fewClosed: 'few decided rows',
  smallGain: 'only a little better than the base rate',
};
const LEFT_OUT: Record<LeftOutColumn['reason'], string> = {
  separates: 'alone tells the outcomes apart, as only something written afterwards does',
  lateFilled: 'filled only where the outcome is known',
  constant: 'says the same in every row',
  identifier: 'has a value of its own in nearly every row',
};
const SHOWN_COLUMNS = 12;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What was learned, for people. */
export function trainingLines(report: TrainingReport, target: CsvTarget, training: CsvTraining | null): string[] {
  const { rows, positives, base, verdict, reasons, chosen, calibration, candidates, leftOut, columns } = report;
  const why = reasons.length === 0 ? '' : ` (${reasons.map((reason) => REASONS[reason]).join('; ')})`;
  return [
    `Learned "${target.header}" = "${target.positive}" from ${rows} rows, ${report.records} of them independent: ` +
      `base rate ${percent(base.rate)} (${percent(base.low)} to ${percent(base.high)}, ${Math.round(positives)} positive).`,
    ...(training === null ? [] : trainingNotes(training, rows)),
    `Verdict: ${VERDICTS[verdict]}${why}. Chosen: ${chosen}, calibration ${calibration}.`,
    '',
    ...(report.metrics.rows === 0
      ? []
      : metricLines('on rows not learned from', [...candidates, { name: 'shown', metrics: report.metrics }])),
    ...leftOut.map(({ name, reason, figure }) => `left out: "${name}" ${LEFT_OUT[reason]} (${figure.toFixed(3)})`),
    ...columns
      .toSorted((a, b) => b.importance - a.importance)
      .slice(0, SHOWN_COLUMNS)
      .map(({ name, importance, direction }) => `weighs ${importance.toFixed(3)}  ${name} (${direction})`),
  ];
}

function trainingNotes({ table, grouping, unresolvedRows }: CsvTraining, learned: number): string[] {
  return [
    ...(learned < table.rows ? [`They were drawn by the seed from ${table.rows} rows with an outcome.`] : []),
    ...(unresolvedRows > 0 ? [`${unresolvedRows} rows without one of the two outcomes were not learned from.`] : []),
    ...(grouping === 'alike' ? ['Rows that agree in every answer are kept together in validation.'] : []),
  ];
}

const cell = (value: number): string => value.toFixed(4).padStart(9);

/** Metrics under each other. */
export function metricLines(
  title: string,
  rows: readonly { readonly name: string; readonly metrics: ProbabilityMetrics }[],
): string[] {
  return [
    title.padEnd(26) + ['AUC', 'log-loss', 'Brier', 'ECE'].map((name) => name.padStart(9)).join(''),
    ...rows.map(
      ({ name, metrics: { auc, logLoss, brier, ece } }) =>
        `  ${name}`.padEnd(26) + cell(auc) + cell(logLoss) + cell(brier) + cell(ece),
    ),
    '',
  ];
}
