import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';

/** Levels seen in fewer rows share one place. */
const LEAST_ROWS = 5;

interface Encoder {
  readonly width: number;
  encode(columns: readonly LearningColumn[], rows: number): { at: number; value: number }[][];
}

/**
 * The baseline anyone would write first: answers one-hot, numbers scaled with the median for unknown ones and a mark for
 * it, ridge penalty with C = 1, fitted by Newton's method with conjugate gradients. Shares no code with the product.
 */
export function plainLogistic(
  columns: readonly LearningColumn[],
  outcome: Uint8Array,
): (columns: readonly LearningColumn[], rows: number) => Float64Array {
  const encoder = encoderFor(columns);
  const matrix = encoder.encode(columns, outcome.length);
  const weights = fit(matrix, outcome, encoder.width);
  return (others, rows) => Float64Array.from(encoder.encode(others, rows), (row) => sigmoid(dot(row, weights)));
}

function encoderFor(columns: readonly LearningColumn[]): Encoder {
  const blocks: ((column: LearningColumn, row: number) => { at: number; value: number }[])[] = [];
  let width = 1;
  for (const column of columns) {
    const first = width;
    if (column.kind === 'number') {
      const known = column.values.filter((value) => !Number.isNaN(value)).toSorted();
      const median = known[known.length >> 1] ?? 0;
      const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
      const spread =
        Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)) || 1;
      width += 2;
      blocks.push((other, row) => {
        const value = (other.values as Float64Array)[row]!;
        const scaled = ((Number.isNaN(value) ? median : value) - mean) / spread;
        return [{ at: first, value: scaled }, ...(Number.isNaN(value) ? [{ at: first + 1, value: 1 }] : [])];
      });
    } else {
      const counts = new Map<string, number>();
      for (const value of column.values) counts.set(value, (counts.get(value) ?? 0) + 1);
      const frequent = [...counts].filter(([, count]) => count >= LEAST_ROWS).map(([level]) => level);
      const places = new Map(frequent.map((level, index) => [level, first + 1 + index]));
      width += 1 + places.size;
      blocks.push((other, row) => [{ at: places.get((other.values as readonly string[])[row]!) ?? first, value: 1 }]);
    }
  }
  return {
    width,
    encode: (others, rows) =>
      Array.from({ length: rows }, (_, row) => [
        { at: 0, value: 1 },
        ...blocks.flatMap((block, place) => block(others[place]!, row)),
      ]),
  };
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
const dot = (row: readonly { at: number; value: number }[], weights: Float64Array): number =>
  row.reduce((sum, { at, value }) => sum + value * weights[at]!, 0);
const inner = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, index) => sum + value * other[index]!, 0);

function fit(
  matrix: readonly (readonly { at: number; value: number }[])[],
  outcome: Uint8Array,
  width: number,
): Float64Array {
  const weights = new Float64Array(width);
  for (let round = 0; round < 25; round++) {
    const chances = matrix.map((row) => sigmoid(dot(row, weights)));
    // The intercept (place 0) is not penalised.
    const slope = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : -weight));
    for (const [row, cells] of matrix.entries())
      for (const { at, value } of cells) slope[at]! += value * (outcome[row]! - chances[row]!);
    if (Math.sqrt(inner(slope, slope)) < 1e-4 * matrix.length ** 0.5) break;
    const bend = (vector: Float64Array): Float64Array => {
      const bent = Float64Array.from(vector, (value, at) => (at === 0 ? 1e-9 * value : value));
      for (const [row, cells] of matrix.entries()) {
        const share = chances[row]! * (1 - chances[row]!) * dot(cells, vector);
        for (const { at, value } of cells) bent[at]! += value * share;
      }
      return bent;
    };
    const step = conjugateGradients(bend, slope);
    for (let at = 0; at < width; at++) weights[at]! += step[at]!;
  }
  return weights;
}

function conjugateGradients(bend: (vector: Float64Array) => Float64Array, right: Float64Array): Float64Array {
  const solution = new Float64Array(right.length);
  const rest = right.slice();
  const direction = right.slice();
  let size = inner(rest, rest);
  const enough = size * 1e-8;
  for (let round = 0; round < 200 && size > enough; round++) {
    const bent = bend(direction);
    const length = size / inner(direction, bent);
    for (let at = 0; at < right.length; at++) {
      solution[at]! += length * direction[at]!;
      rest[at]! -= length * bent[at]!;
    }
    const next = inner(rest, rest);
    for (let at = 0; at < right.length; at++) direction[at] = rest[at]! + (next / size) * direction[at]!;
    size = next;
  }
  return solution;
}
