import type { TreeModel } from './modelTypes.ts';

/** Trees as complete binary trees of one depth, so that walking them needs no question whether a leaf is reached. */
export interface Forest {
  readonly trees: number;
  readonly views: number;
  readonly depth: number;
  /** Per tree 2^depth − 1 inner nodes, heap order. */
  readonly view: Uint16Array;
  /** Bins up to this go left, after `shift`. */
  readonly threshold: Uint8Array;
  /** 1 moves unknown (bin 0) behind all others, so that it goes right. */
  readonly shift: Uint8Array;
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
    view: new Uint16Array(trees * inner),
    threshold: new Uint8Array(trees * inner).fill(255),
    shift: new Uint8Array(trees * inner),
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
    forest.view[tree * inner + at] = view;
    forest.shift[tree * inner + at] = shift;
    forest.threshold[tree * inner + at] = model.threshold[node]! - shift;
    place(tree, model.left[node]!, 2 * at + 1);
    place(tree, model.left[node]! + 1, 2 * at + 2);
  };
  for (const [tree, root] of model.roots.entries()) place(tree, root, 0);
  return forest;
}

/** Adds share × the leaves each row falls into. Bins are row by row. */
export function scoreForest(
  forest: Forest,
  bins: Uint8Array,
  width: number,
  share: number,
  scores: Float64Array,
): void {
  const { trees, depth, view, threshold, shift, leaf } = forest;
  const inner = 2 ** depth - 1;
  for (let row = 0; row < scores.length; row += 1) {
    const line = row * width;
    let sum = 0;
    for (let tree = 0; tree < trees; tree += 1) {
      const base = tree * inner;
      let at = 0;
      for (let level = 0; level < depth; level += 1) {
        const node = base + at;
        const bin = (bins[line + view[node]!]! - shift[node]!) & 255;
        at = 2 * at + 1 + Number(bin > threshold[node]!);
      }
      sum += leaf[base + tree + at - inner]!;
    }
    scores[row]! += share * sum;
  }
}
