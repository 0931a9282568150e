import type { LearningColumn, LearningTable } from '#shared/domain/scoring/learning/learningTypes.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { createPrng } from '#shared/lib/prng.ts';
import type { TimingLine, TimingSection } from './timingSections.ts';

const TRAIN_ROWS = 8_000;
const SCORED_ROWS = 100_000;
const NUMBERS = 24;
const LEVELS = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 100, 200, 300];

/** The learner alone: training on 8,000 rows of 24 numbers and 16 answers (a tenth unknown), and scoring 100,000 rows. */
export const learnerTimes: TimingSection = {
  name: 'learner',
  async measure(say) {
    const train = syntheticTable(TRAIN_ROWS, 7);
    const scored = syntheticTable(SCORED_ROWS, 8);
    say('  learner: training');
    const training = timed(() => trainModel(train, { seed: 1 }));
    const { model, report } = training.value;
    const lines: TimingLine[] = [
      {
        name: 'train',
        ...training.times,
        note: `${size(train)}, ${report.chosen}, AUC ${report.metrics.auc.toFixed(3)}`,
      },
    ];
    say('  learner: scoring');
    for (const name of ['score', 'score again']) {
      const { times } = timed(() => predict(model, scored.columns, scored.rows));
      lines.push({ name, ...times, note: size(scored) });
    }
    return lines;
  },
};

const size = ({ rows, columns }: LearningTable): string => `${rows} rows × ${columns.length} columns`;

function timed<Value>(work: () => Value): { value: Value; times: Pick<TimingLine, 'ms' | 'cpuMs'> } {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, times: { ms: performance.now() - started, cpuMs: (user + system) / 1000 } };
}

/** A table with a known law: a few numbers (one bent, one in interplay) and answers decide, the rest is noise. */
function syntheticTable(rows: number, seed: number): LearningTable {
  const random = createPrng(seed);
  const columns: LearningColumn[] = [];
  const logOdds = new Float64Array(rows).fill(-0.4);
  for (let place = 0; place < NUMBERS; place++) {
    const values = Float64Array.from({ length: rows }, () =>
      random.next() < 0.1 ? Number.NaN : random.next() ** 3 * 1000,
    );
    columns.push({ name: `number ${place + 1}`, kind: 'number', values });
    for (const [row, value] of values.entries())
      if (!Number.isNaN(value))
        logOdds[row]! += place === 0 ? Math.log1p(value) / 4 - 1 : place === 1 ? Math.cos(value / 200) : 0;
  }
  for (const levels of LEVELS) {
    const values = Array.from({ length: rows }, () =>
      random.next() < 0.1 ? '' : `level ${Math.floor(random.next() * levels)}`,
    );
    columns.push({ name: `answer of ${levels}`, kind: 'category', values });
    for (const [row, value] of values.entries())
      logOdds[row]! += (value.length + value.charCodeAt(value.length - 1)) % 3 === 0 ? 0.4 : 0;
  }
  const outcome = Uint8Array.from(logOdds, (value) => (random.next() < 1 / (1 + Math.exp(-value)) ? 1 : 0));
  return { rows, columns, outcome };
}
