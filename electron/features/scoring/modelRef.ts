import { modelHead } from '#db/queries/scoring/explained.ts';
import type { ReadDb } from '#db/handles.ts';
import type { ScoreModelRef } from '#shared/contract/scoringExplanation.ts';
import type { ActiveModel } from './activeModel.ts';

/** What a panel says of the model behind a figure. */
export function modelRef(db: ReadDb, { id, model, report }: ActiveModel): ScoreModelRef {
  const head = modelHead(db, id);
  return {
    id,
    version: head?.version ?? 1,
    trainedAt: head?.trainedAt ?? 0,
    verdict: model.verdict,
    why: [...report.reasons],
    records: report.records,
    positives: report.positives,
    ece: report.metrics.ece,
    base: { rate: report.base.rate, low: report.base.low, high: report.base.high },
  };
}
