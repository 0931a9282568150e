import { type CompiledModel, compileModel } from './compileModel.ts';
import type { LearningColumn } from './learningTypes.ts';
import type { TrainedModel } from './modelTypes.ts';

const compiled = new WeakMap<TrainedModel, CompiledModel>();

/** Calibrated probabilities, within the limits of the model. An abstaining model gives the base rate. */
export function predict(model: TrainedModel, columns: readonly LearningColumn[], rows: number): Float64Array {
  let ready = compiled.get(model);
  if (ready === undefined) compiled.set(model, (ready = compileModel(model)));
  return ready.predict(columns, rows);
}
