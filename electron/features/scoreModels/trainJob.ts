import { closedCounts } from '#db/queries/scoreModels/closedCounts.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { profileOpen } from '#shared/domain/scoring/governance/profileOpen.ts';
import { trainingNeeds, type TrainingNeeds } from '#shared/domain/scoring/governance/trainingNeeds.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { defineJob } from '../../workers/job.ts';
import { dealTrainingTable } from '../scoring/dealTrainingTable.ts';
import { leadTrainingTable } from '../scoring/leadTrainingTable.ts';
import type { KeptModel } from './keepJob.ts';
import { learnedFrom } from './learnedFrom.ts';

/** What a training came to, not yet written. */
export interface Trained {
  readonly model: Omit<KeptModel, 'note'>;
  readonly needs: TrainingNeeds | null;
}

/** The folds and the forests are drawn by it; the same records then give the same model. */
const SEED = 20_260_901;

/** Reads the closed records of a kind and learns from them. Writes nothing, so that commands go on meanwhile. */
export const trainJob = defineJob<{ readonly kind: ModelKind }, Trained>({
  name: 'scoreModel.train',
  exclusive: false,
  single: true,
  run: ({ workspace, now, timeZone, newId, report: tell }, { kind }) => {
    tell('reading', 0, null);
    const tableOf = kind === 'deal' ? dealTrainingTable : leadTrainingTable;
    const reading = (done: number, total: number) => tell('reading', done, total);
    const newest = learnedFrom(workspace.read, kind);
    const { table, unresolved, from, to } = tableOf(workspace.read, { now, from: newest, report: reading });
    const { closed, positives } = closedCounts(workspace.read, kind, newest);
    tell('learning', 0, null);
    const { model, report } = trainModel(table, { seed: SEED, unresolved, onProgress: tell });
    tell('keeping', 0, null);
    return {
      model: {
        id: newId(),
        kind,
        trainedAt: now,
        fromDay: from === null ? null : dayInZone(from, timeZone),
        toDay: to === null ? null : dayInZone(to, timeZone),
        verdict: report.verdict,
        body: JSON.stringify(model),
        report: JSON.stringify({
          ...report,
          closed: { count: closed, positives },
          open: profileOpen(model.columns, unresolved),
        }),
      },
      needs: trainingNeeds(report.records, report.positives),
    };
  },
});
