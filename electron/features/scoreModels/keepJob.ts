import { activateScoreModel, addModelCheck, addScoreModel } from '#db/repositories/scoreModels.ts';
import { modelInUse } from '#db/queries/scoreModels/modelVersions.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import type { ModelVerdict } from '#shared/domain/scoring/learning/learningTypes.ts';
import { ok } from '#shared/lib/result.ts';
import { defineJob } from '../../workers/job.ts';

/** A trained version to be kept; bodies come as JSON text, so that no thread writes them out twice. */
export interface KeptModel {
  readonly id: string;
  readonly kind: ModelKind;
  readonly trainedAt: number;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly verdict: ModelVerdict;
  readonly body: string;
  readonly report: string;
  readonly note: string;
}

/** A check to be kept. */
export interface KeptCheck {
  readonly id: string;
  readonly modelId: string;
  readonly at: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly body: string;
}

type Kept =
  | { readonly what: 'model'; readonly model: KeptModel; readonly activate: boolean }
  | { readonly what: 'check'; readonly check: KeptCheck };

/** What was written. */
export interface KeptAnswer {
  readonly transaction: number | null;
  /** Of a model. */
  readonly version: number;
  readonly activated: boolean;
}

/**
 * Writes what a training or a check found, as one transaction. A job of its own, because the long part before it holds nobody
 * up: an import may have begun meanwhile, and this waits for it as commands do.
 */
export const keepJob = defineJob<Kept, KeptAnswer>({
  name: 'scoreModel.keep',
  exclusive: true,
  run: ({ workspace, actorId, now }, kept) => {
    const label = kept.what === 'model' ? 'scoreModel.train' : 'scoreModel.check';
    const { result, transaction } = workspace.write({ actor: actorId, label, at: now }, (db) => {
      if (kept.what === 'check') {
        addModelCheck(db, kept.check);
        return ok({ version: 0, activated: false });
      }
      const { model } = kept;
      // The first one is better than none.
      const activated = kept.activate || modelInUse(db, model.kind) === undefined;
      const version = addScoreModel(db, { ...model, trainedById: actorId || null });
      if (activated) activateScoreModel(db, model.id, now);
      return ok({ version, activated });
    });
    if (!result.ok) throw Object.assign(new Error(`Not written: ${result.error.type}`), { code: codeOf(result.error) });
    return { ...result.value, transaction };
  },
});

const codeOf = (error: object): string => ('code' in error ? String(error.code) : '');
