import { performance } from 'node:perf_hooks';
import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { JobUnderWay } from '../../workers/job.ts';
import { rescoreUntilDone } from '../scoring/rescoreRecords.ts';
import { keepJob } from './keepJob.ts';
import { trainJob } from './trainJob.ts';

/** Learns a new version and keeps it, also when it abstains: why there is no model is worth keeping, too. */
export const train: Handler<(typeof scoreModelContract)['train']> = async (context, { kind, note, activate }) => {
  const started = performance.now();
  try {
    const { model, needs } = await context.runJob(trainJob, { kind });
    const kept = await context.runJob(keepJob, { what: 'model', model: { ...model, note }, activate });
    if (kept.activated) await rescoreUntilDone(context.runJob, { kinds: [kind] });
    return ok({
      id: model.id,
      version: kept.version,
      verdict: model.verdict,
      activated: kept.activated,
      needs,
      ms: Math.round(performance.now() - started),
      transaction: kept.transaction,
    });
  } catch (error) {
    if (error instanceof JobUnderWay) return err({ type: 'alreadyTraining' });
    throw error;
  }
};
