import type { ProbabilityMetrics } from '#shared/domain/scoring/learning/learningTypes.ts';
import type { SetResult } from './judgeSets.ts';
import type { SplitResult } from './judgeSplit.ts';

const NUMBERS = ['auc', 'logLoss', 'brier', 'ece'] as const;
const cell = (value: number): string => value.toFixed(4).padStart(9);
const metricCells = (metrics: ProbabilityMetrics): string => NUMBERS.map((name) => cell(metrics[name])).join('');

/** The sets as lines: the mean over random splits, then every other split, each beside its baselines. */
export function setLines(results: readonly SetResult[]): string[] {
  return results.flatMap(({ set, rows, baseRate, reference, splits }) => {
    const random = splits.filter(({ split }) => split.startsWith('random'));
    const others = splits.filter(({ split }) => !split.startsWith('random'));
    const { logistic, boosting } = reference;
    return [
      '',
      `${set}: ${rows} rows, base rate ${baseRate.toFixed(3)}`.padEnd(56) +
        '   AUC   log-loss   Brier      ECE   fit ms  predict ms',
      ...(random.length === 0 ? [] : blockLines(`mean of ${random.length} random splits`, random)),
      ...others.flatMap((split) => blockLines(split.split, [split])),
      `  reference (scikit-learn 1.2.1, other split)`.padEnd(52) +
        `logistic ${logistic.auc.toFixed(3)} / ${logistic.logLoss.toFixed(3)}, boosting ${boosting.auc.toFixed(3)} / ${boosting.logLoss.toFixed(3)}`,
    ];
  });
}

const line = (name: string, metrics: ProbabilityMetrics, more = ''): string =>
  `    ${name}`.padEnd(52) + metricCells(metrics) + more;

function blockLines(title: string, splits: readonly SplitResult[]): string[] {
  const mean = (of: (split: SplitResult) => number): number =>
    splits.reduce((sum, split) => sum + of(split), 0) / splits.length;
  const means = (of: (split: SplitResult) => ProbabilityMetrics): ProbabilityMetrics => ({
    rows: mean((split) => of(split).rows),
    auc: mean((split) => of(split).auc),
    logLoss: mean((split) => of(split).logLoss),
    brier: mean((split) => of(split).brier),
    ece: mean((split) => of(split).ece),
  });
  const picks = [...Map.groupBy(splits, ({ verdict, chosen, calibration }) => `${verdict}: ${chosen}, ${calibration}`)]
    .map(([pick, same]) => (splits.length === 1 ? pick : `${same.length} × ${pick}`))
    .join('; ');
  const times = [mean(({ fitMs }) => fitMs), mean(({ predictMs }) => predictMs)]
    .map((ms) => ms.toFixed(0).padStart(9))
    .join('');
  return [
    `  ${title} (${Math.round(mean(({ trainRows }) => trainRows))} learned from, ${Math.round(mean(({ testRows }) => testRows))} judged)`,
    line(
      `product  [${picks}]`,
      means(({ pick }) => pick),
      times,
    ),
    line(
      'plain logistic, C = 1',
      means(({ plain }) => plain),
    ),
    line(
      'constant',
      means(({ constant }) => constant),
    ),
  ];
}
