import type { CheckBody, ModelReport } from '#shared/contract/scoreModel.contract.ts';
import { columnDrift, type ColumnDrift } from '#shared/domain/scoring/governance/columnDrift.ts';
import type { DaySpan } from '#shared/domain/scoring/governance/checkDays.ts';
import { judgeCheck } from '#shared/domain/scoring/governance/judgeCheck.ts';
import { measurePredictions } from '#shared/domain/scoring/governance/measurePredictions.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { defineJob } from '../../workers/job.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { modelById } from '../scoring/activeModel.ts';
import { openColumns } from './openColumns.ts';
import { readVersion } from './readVersions.ts';
import { type Settled, settledColumns } from './settledColumns.ts';

/** A check that is asked for. */
export interface CheckWish {
  readonly modelId: string;
  readonly span: DaySpan;
}

/** Compares what a version predicted with what happened; null when the version is gone. Writes nothing. */
export const checkJob = defineJob<CheckWish, CheckBody | null>({
  name: 'scoreModel.check',
  exclusive: false,
  single: true,
  run: ({ workspace, now, timeZone, report }, { modelId, span }) => {
    const db = workspace.read;
    const found = readVersion(db, modelId);
    const trained = modelById(db, modelId);
    if (found === null || trained === null) return null;
    report('reading', 0, null);
    const { kind, to: learnedTo } = found.version;
    const calendar = workCalendar({ db, timeZone });
    const settled = settledColumns(db, { kind, modelId, span, learnedTo, calendar });
    report('checking', 0, null);
    const { model } = trained;
    return judged(found.report, settled, {
      probability: figuresOf(model, settled),
      drift: driftOf(found.report, openColumns(db, kind, now).columns),
    });
  },
});

/** What was shown then; where nothing was, what the version would have said of what was known then. */
function figuresOf(model: TrainedModel, { columns, rows, shown }: Settled): Float64Array {
  return predict(model, columns, rows).map((again, row) => {
    const then = shown[row] ?? Number.NaN;
    return Number.isNaN(then) ? again : then;
  });
}

function judged(
  report: ModelReport,
  settled: Settled,
  found: { readonly probability: Float64Array; readonly drift: ColumnDrift[] },
): CheckBody {
  const { outcome, closed, learned, rows, shown } = settled;
  const { probability, drift } = found;
  const quality = measurePredictions({ probability, outcome }, clamped(report.base.rate));
  const abstains = report.verdict === 'abstains';
  const { verdict, reasons } = judgeCheck({ quality, drift, base: report.base, abstains, learned });
  return {
    verdict,
    reasons: [...reasons],
    closed,
    learned,
    unseen: closed - learned - rows,
    asShown: shown.filter((figure) => !Number.isNaN(figure)).length,
    quality: quality && { ...quality, reliability: [...quality.reliability] },
    drift,
  };
}

/** A base rate of nothing or everything would be infinitely wrong at the first exception. */
const clamped = (rate: number): number => Math.min(0.99, Math.max(0.01, rate));

/** How far open records have moved from those at training, in the columns that the model uses; those that moved most first. */
function driftOf({ open }: ModelReport, columns: readonly LearningColumn[]): ColumnDrift[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return open
    .flatMap((spec) => {
      const column = byName.get(spec.name);
      return column === undefined || column.kind !== spec.kind ? [] : [columnDrift(spec, column)];
    })
    .toSorted((a, b) => b.index - a.index);
}
