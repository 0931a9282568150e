import type { TreeModel } from './modelTypes.ts';

/** Trees as complete binary trees of one depth, so that walking them needs no question whether a leaf is reached. */
export interface Forest {
  readonly trees: number;
  readonly views: number;
  readonly depth: number;
  /**
   * Per tree 2^depth − 1 inner nodes in heap order, each view × 2^16 + shift × 2^8 + threshold. A bin less its shift goes right
   * above the threshold; a shift of 1 moves unknown (bin 0) behind all others.
   */
  readonly node: Int32Array;
  /** Per tree 2^depth leaves. */
  readonly leaf: Float64Array;
}

function depthOf(model: TreeModel, node: number): number {
  if (model.view[node]! < 0) return 0;
  const left = model.left[node]!;
  return 1 + Math.max(depthOf(model, left), depthOf(model, left + 1));
}

/** Lays trees out for walking. A leaf above the full depth is repeated below itself. */
export function layOutForest(model: TreeModel): Forest {
  const depth = model.roots.reduce((most, root) => Math.max(most, depthOf(model, root)), 0);
  const trees = model.roots.length;
  const inner = 2 ** depth - 1;
  const forest: Forest = {
    trees,
    views: model.views.length,
    depth,
    node: new Int32Array(trees * inner).fill(255),
    leaf: new Float64Array(trees * (inner + 1)),
  };
  const place = (tree: number, node: number, at: number): void => {
    const view = model.view[node]!;
    if (at >= inner) {
      forest.leaf[tree * (inner + 1) + at - inner] = model.value[node]! * model.scale;
      return;
    }
    if (view < 0) {
      place(tree, node, 2 * at + 1);
      place(tree, node, 2 * at + 2);
      return;
    }
    const shift = model.unknownRight[node]!;
    forest.node[tree * inner + at] = view * 65_536 + shift * 256 + model.threshold[node]! - shift;
    place(tree, model.left[node]!, 2 * at + 1);
    place(tree, model.left[node]! + 1, 2 * at + 2);
  };
  for (const [tree, root] of model.roots.entries()) place(tree, root, 0);
  return forest;
}

/** Rows scored by one tree after the other while their bins are near at hand; a multiple of four. */
const BLOCK = 256;

/** Where a row goes on from a node: its place in the heap. */
function step(split: number, bins: Uint8Array, line: number, at: number): number {
  const bin = (bins[line + (split >> 16)]! - ((split >> 8) & 1)) & 255;
  // The sign of threshold − bin: 1 when the bin is above.
  return 2 * at + 1 + (((split & 255) - bin) >>> 31);
}

/** Adds share × the leaves each row falls into. Bins are row by row. Four rows go down together, as each waits for its own memory. */
export function scoreForest(forest: Forest, bins: Uint8Array, share: number, scores: Float64Array): void {
  const { trees, views, depth, node, leaf } = forest;
  const inner = 2 ** depth - 1;
  const last = Math.max(0, scores.length - 1);
  for (let from = 0; from < scores.length; from += BLOCK) {
    const to = Math.min(scores.length, from + BLOCK);
    for (let tree = 0; tree < trees; tree += 1) {
      const base = tree * inner;
      const leaves = base + tree - inner;
      for (let row = from; row < to; row += 4) {
        const line = row * views;
        // Past the end the last row is walked again and thrown away.
        const [second, third, fourth] = [Math.min(row + 1, last), Math.min(row + 2, last), Math.min(row + 3, last)];
        let [a, b, c, d] = [0, 0, 0, 0];
        for (let level = 0; level < depth; level += 1) {
          a = step(node[base + a]!, bins, line, a);
          b = step(node[base + b]!, bins, second * views, b);
          c = step(node[base + c]!, bins, third * views, c);
          d = step(node[base + d]!, bins, fourth * views, d);
        }
        scores[row]! += share * leaf[leaves + a]!;
        if (row + 1 < to) scores[second]! += share * leaf[leaves + b]!;
        if (row + 2 < to) scores[third]! += share * leaf[leaves + c]!;
        if (row + 3 < to) scores[fourth]! += share * leaf[leaves + d]!;
      }
    }
  }
}
