import type { WriteDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { scoreModel } from '#db/schema/scoring.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';

/** A model that looks at one number: its log-odds are −1 at 0 and +1 at 10, straight in between, unless told otherwise. */
export function oneColumnModel(name: string, effects: readonly [number, number] = [-1, 1]): TrainedModel {
  return {
    format: 1,
    verdict: 'usable',
    baseRate: 0.4,
    bounds: { low: 0.01, high: 0.99 },
    columns: [{ name, kind: 'number', edges: [5], counts: [50, 50, 0] }],
    additive: {
      intercept: 0,
      effects: [{ kind: 'number', scale: 'plain', knots: [0, 10], effects, unknown: 0, spike: { at: 0, effect: 0 } }],
    },
    trees: null,
    treeShare: 0,
    calibration: { kind: 'none', slope: 1, offset: 0, from: [], to: [] },
    validated: [{ logOdds: 0, records: 100, positives: 40 }],
  };
}

/** Puts a model into the workspace and into use. */
export function useModel(
  db: WriteDb,
  id: string,
  { kind = 'deal', model, at }: { kind?: 'deal' | 'lead'; model: TrainedModel; at: number },
): void {
  insertRow(db, scoreModel, {
    id,
    kind,
    verdict: model.verdict,
    body: JSON.stringify(model),
    trainedAt: at,
    activatedAt: at,
  });
}
