import { knownRows } from './columnSpecs.ts';
import { rawContributions } from './explainRow.ts';
import type { ColumnReport, TrainedModel } from './modelTypes.ts';
import type { PreparedTable } from './prepareTable.ts';

/** Rows asked for what each column does; more would not change the picture. */
const ASKED_ROWS = 60;
/** A correlation this strong between value and contribution is called a direction. */
const CLEAR = 0.3;

/** What each column of a model does, over an even sample of the rows it was learned from. */
export function describeColumns(model: TrainedModel, table: PreparedTable): ColumnReport[] {
  const step = Math.max(1, Math.floor(table.rows / ASKED_ROWS));
  const rows = Array.from({ length: Math.ceil(table.rows / step) }, (_, place) => place * step);
  const parts = rows.map((row) => rawContributions(model, table.columns, row).parts);
  return table.columns.map((column, place) => {
    const effects = parts.map((part) => part[place]! * model.calibration.slope);
    const importance = effects.reduce((sum, effect) => sum + Math.abs(effect), 0) / effects.length;
    const along =
      column.kind === 'number'
        ? correlation(
            rows.map((row) => column.values[row]!),
            effects,
          )
        : 0;
    const direction = Math.abs(along) < CLEAR ? 'mixed' : along > 0 ? 'up' : 'down';
    return { name: column.name, kind: column.kind, importance, direction, known: knownRows(column, table.rows) };
  });
}

function correlation(values: readonly number[], effects: readonly number[]): number {
  const pairs = values.map((value, at) => [value, effects[at]!] as const).filter(([value]) => !Number.isNaN(value));
  // By rank, or one huge amount would decide.
  const ranked = ranks(pairs.map(([value]) => value));
  const raised = ranks(pairs.map(([, effect]) => effect));
  const middle = (pairs.length - 1) / 2;
  let [both, one, two] = [0, 0, 0];
  for (const [at, rank] of ranked.entries()) {
    both += (rank - middle) * (raised[at]! - middle);
    one += (rank - middle) ** 2;
    two += (raised[at]! - middle) ** 2;
  }
  return one > 0 && two > 0 ? both / Math.sqrt(one * two) : 0;
}

function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].toSorted((a, b) => values[a]! - values[b]!);
  const result = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let at = start; at < end; at += 1) result[order[at]!] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
