import { expect, test } from 'vitest';
import type { TreeModel } from '#shared/domain/scoring/learning/modelTypes.ts';
import { treeShap } from '#shared/domain/scoring/learning/treeShap.ts';

/** Looks at view 0, then at view 1 on the left and at view 2 and again at view 0 on the right. */
const model: TreeModel = {
  intercept: 0,
  scale: 1,
  views: [0, 1, 2],
  bins: [[], [], []],
  roots: [0],
  view: [0, 1, 2, -1, -1, 0, -1, -1, -1],
  threshold: [4, 2, 3, 0, 0, 7, 0, 0, 0],
  unknownRight: [1, 0, 0, 0, 0, 0, 0, 0, 0],
  left: [1, 3, 5, 0, 0, 7, 0, 0, 0],
  value: [0, 0, 0, -1, 0.5, 0, 2, 0.25, 1.5],
  cover: [10, 6, 4, 2, 4, 3, 1, 1, 2],
};

/** What the tree is expected to say when only some views are known. */
function expected(bins: readonly number[], known: ReadonlySet<number>, node = 0): number {
  const view = model.view[node]!;
  if (view < 0) return model.value[node]!;
  const left = model.left[node]!;
  const bin = bins[view]!;
  const right = bin === 0 ? model.unknownRight[node] === 1 : bin > model.threshold[node]!;
  if (known.has(view)) return expected(bins, known, right ? left + 1 : left);
  const [one, other] = [model.cover[left]!, model.cover[left + 1]!];
  return (one * expected(bins, known, left) + other * expected(bins, known, left + 1)) / (one + other);
}

/** Shapley's definition: the mean over all orders in which the views may become known. */
function byDefinition(bins: readonly number[]): number[] {
  const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // prettier-ignore
  const values = [0, 0, 0];
  for (const order of orders) {
    const known = new Set<number>();
    for (const view of order) {
      const before = expected(bins, known);
      known.add(view);
      values[view]! += (expected(bins, known) - before) / orders.length;
    }
  }
  return values;
}

test('Shapley values of a tree are those of the definition, for every way through it', () => {
  for (const bins of [
    [3, 1, 1],
    [3, 5, 9],
    [6, 1, 1],
    [9, 1, 1],
    [9, 1, 5],
    [0, 0, 0],
  ]) {
    const found = treeShap(model, bins);
    for (const [view, one] of byDefinition(bins).entries()) expect(found[view]!).toBeCloseTo(one, 12);
    const sum = found.reduce((total, one) => total + one, expected(bins, new Set()));
    expect(sum).toBeCloseTo(expected(bins, new Set([0, 1, 2])), 12);
  }
});
