import { modelInUse } from '#db/queries/scoreModels/modelVersions.ts';
import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { lastQuarter } from '#shared/domain/scoring/governance/checkDays.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isoDate } from '#shared/lib/time.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { JobUnderWay } from '../../workers/job.ts';
import { checkJob } from './checkJob.ts';
import { keepJob } from './keepJob.ts';

/** Checks a version against the records that were closed in a window, and keeps what came of it. */
export const check: Handler<(typeof scoreModelContract)['check']> = async (context, { id, kind, from, to }) => {
  const modelId = id ?? modelInUse(context.db, kind)?.id;
  if (modelId === undefined) return err({ type: 'noModel' });
  const usual = lastQuarter(context.today);
  const span = {
    from: isoDate(from ?? usual.from),
    to: isoDate(to ?? (from === undefined ? usual.to : context.today)),
  };
  if (span.from > span.to) return err({ type: 'emptyWindow' });
  try {
    const body = await context.runJob(checkJob, { modelId, span });
    if (body === null) return err({ type: 'notFound', entity: 'scoreModel', id: modelId });
    const kept = { id: context.newId(), modelId, at: context.now, fromDay: span.from, toDay: span.to };
    const { transaction } = await context.runJob(keepJob, {
      what: 'check',
      check: { ...kept, body: JSON.stringify(body) },
    });
    return ok({ ...body, id: kept.id, modelId, at: kept.at, ...span, transaction });
  } catch (error) {
    if (error instanceof JobUnderWay) return err({ type: 'alreadyChecking' });
    throw error;
  }
};
