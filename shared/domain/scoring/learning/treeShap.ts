import type { TreeModel } from './modelTypes.ts';

/** One view met on the way down: shares of the paths that pass without (zero) and with (one) knowing it, and Shapley weights. */
interface Step {
  view: number;
  zero: number;
  one: number;
  weight: number;
}

/**
 * Exact Shapley values of one row over the sum of all trees, per view: how much knowing the view moves the expected
 * log-odds, unknown views being averaged by the cover of the learned rows. Σ values + Σ root values = prediction.
 * Source: Lundberg, Erion and Lee, Consistent individualized feature attribution for tree ensembles (2018), algorithm 2.
 */
export function treeShap(model: TreeModel, bins: readonly number[]): Float64Array {
  const values = new Float64Array(bins.length);
  for (const root of model.roots) descend(model, bins, values, root, [], 1, 1, -1);
  return values.map((value) => value * model.scale);
}

/** Whether the row goes to the left child of a node. */
function goesLeft(model: TreeModel, node: number, bin: number): boolean {
  return bin === 0 ? model.unknownRight[node] === 0 : bin <= model.threshold[node]!;
}

function descend(
  model: TreeModel,
  bins: readonly number[],
  values: Float64Array,
  node: number,
  above: readonly Step[],
  zero: number,
  one: number,
  view: number,
): void {
  const path = extended(above, zero, one, view);
  const split = model.view[node]!;
  if (split < 0) {
    for (let at = 1; at < path.length; at += 1) {
      const step = path[at]!;
      values[step.view]! += weightWithout(path, at) * (step.one - step.zero) * model.value[node]!;
    }
    return;
  }
  const left = model.left[node]!;
  const hot = goesLeft(model, node, bins[split]!) ? left : left + 1;
  const cold = hot === left ? left + 1 : left;
  const again = path.findIndex((step, at) => at > 0 && step.view === split);
  const before = again > 0 ? path[again]! : { zero: 1, one: 1 };
  const rest = again > 0 ? unwound(path, again) : path;
  const cover = model.cover[node]!;
  descend(model, bins, values, hot, rest, (before.zero * model.cover[hot]!) / cover, before.one, split);
  descend(model, bins, values, cold, rest, (before.zero * model.cover[cold]!) / cover, 0, split);
}

function extended(above: readonly Step[], zero: number, one: number, view: number): Step[] {
  const path = above.map((step) => ({ ...step }));
  const depth = path.length;
  path.push({ view, zero, one, weight: depth === 0 ? 1 : 0 });
  for (let at = depth - 1; at >= 0; at -= 1) {
    path[at + 1]!.weight += (one * path[at]!.weight * (at + 1)) / (depth + 1);
    path[at]!.weight = (zero * path[at]!.weight * (depth - at)) / (depth + 1);
  }
  return path;
}

function unwound(above: readonly Step[], which: number): Step[] {
  const path = above.map((step) => ({ ...step }));
  const depth = path.length - 1;
  const { zero, one } = path[which]!;
  let next = path[depth]!.weight;
  for (let at = depth - 1; at >= 0; at -= 1) {
    if (one === 0) path[at]!.weight = (path[at]!.weight * (depth + 1)) / (zero * (depth - at));
    else {
      const kept = path[at]!.weight;
      path[at]!.weight = (next * (depth + 1)) / ((at + 1) * one);
      next = kept - (path[at]!.weight * zero * (depth - at)) / (depth + 1);
    }
  }
  for (let at = which; at < depth; at += 1) {
    const { view, zero: nextZero, one: nextOne } = path[at + 1]!;
    Object.assign(path[at]!, { view, zero: nextZero, one: nextOne });
  }
  path.pop();
  return path;
}

/** The sum of weights that the path would have without one of its steps. */
function weightWithout(path: readonly Step[], which: number): number {
  const depth = path.length - 1;
  const { zero, one } = path[which]!;
  let next = path[depth]!.weight;
  let total = 0;
  for (let at = depth - 1; at >= 0; at -= 1) {
    const { weight } = path[at]!;
    if (one === 0) total += (weight * (depth + 1)) / (zero * (depth - at));
    else {
      const own = (next * (depth + 1)) / ((at + 1) * one);
      total += own;
      next = weight - (own * zero * (depth - at)) / (depth + 1);
    }
  }
  return total;
}
