import type { ReadDb } from '#db/handles.ts';
import { modelBody, modelInUseId } from '#db/queries/scoring/modelInUse.ts';
import type { ScoredKind } from '#db/queries/scoring/scoredRecords.ts';
import type { TrainedModel, TrainingReport } from '#shared/domain/scoring/learning/modelTypes.ts';

/** A model that is in use. */
export interface ActiveModel {
  readonly id: string;
  readonly model: TrainedModel;
  readonly report: TrainingReport;
}

/** A model never changes once it is written, so what was read of it stays right; kept per connection. */
const read = new WeakMap<ReadDb, Map<string, ActiveModel>>();
/** Models kept at a time: one of each kind in use, and one just left. */
const KEPT = 4;

/** The model of a kind that is in use, or null. One whose body cannot be read counts as none. */
export function activeModel(db: ReadDb, kind: ScoredKind): ActiveModel | null {
  const id = modelInUseId(db, kind);
  return id === null ? null : modelById(db, id);
}

/** A model by its id, in use or not; null when there is none or its body cannot be read. */
export function modelById(db: ReadDb, id: string): ActiveModel | null {
  let models = read.get(db);
  if (models === undefined) read.set(db, (models = new Map()));
  const known = models.get(id);
  if (known !== undefined) return known;
  const row = modelBody(db, id);
  if (row === undefined) return null;
  const model = parse(row.body) as TrainedModel | null;
  const report = parse(row.report) as TrainingReport | null;
  if (model?.format !== 1 || report === null) return null;
  const active = { id, model, report };
  models.set(id, active);
  for (const oldest of models.keys()) if (models.size > KEPT) models.delete(oldest);
  return active;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
