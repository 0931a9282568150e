import { createPrng, type Prng } from '#shared/lib/prng.ts';
import { type Derivatives, emptyNodes, type NodeLists, TreeGrower, type TreeLimits } from './growTree.ts';
import { toLogOdds } from './logOdds.ts';
import type { TreeModel } from './modelTypes.ts';
import type { BinnedRows } from './treeBins.ts';

/** How boosting goes. */
export interface BoostingOptions extends TreeLimits {
  /** Share of the rows each tree sees. */
  readonly rowShare: number;
  /** Share of the views each tree sees. */
  readonly viewShare: number;
}

/** What is boosted: rows in bins and what became of them. */
export interface BoostingTask {
  readonly table: BinnedRows;
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  readonly train: Int32Array;
  readonly options: BoostingOptions;
  readonly seed: number;
}

/** Boosting under way: more trees can be added at any time; `scores` are the raw log-odds of all rows so far. */
export class Booster {
  readonly scores: Float64Array;
  readonly #task: BoostingTask;
  readonly #nodes: NodeLists = emptyNodes();
  readonly #grower: TreeGrower;
  readonly #prng: Prng;
  readonly #intercept: number;
  readonly #derivatives: Derivatives;

  constructor(task: BoostingTask) {
    this.#task = task;
    const rows = task.outcome.length;
    let [positives, mass] = [0.5, 1];
    for (const row of task.train) {
      positives += task.weight[row]! * task.outcome[row]!;
      mass += task.weight[row]!;
    }
    this.#intercept = toLogOdds(positives / mass);
    this.scores = new Float64Array(rows).fill(this.#intercept);
    this.#grower = new TreeGrower(task.table, task.options);
    this.#prng = createPrng(task.seed, 'trees');
    this.#derivatives = { gradient: new Float64Array(rows), curvature: new Float64Array(rows) };
  }

  /** Adds trees. */
  add(count: number): void {
    for (let tree = 0; tree < count; tree += 1) {
      this.#derive();
      this.#grower.grow(this.#nodes, this.#someRows(), this.#someViews(), this.#derivatives);
      this.#addScores(this.#nodes.roots.at(-1)!);
    }
  }

  /** The trees so far, figures rounded to what matters. */
  model(): TreeModel {
    return {
      intercept: this.#intercept,
      scale: 1,
      views: this.#task.table.views,
      bins: this.#task.table.lookup,
      ...rounded(this.#nodes),
    };
  }

  /** Derivatives of the log-loss at the present scores. */
  #derive(): void {
    const { outcome, weight, train } = this.#task;
    const { gradient, curvature } = this.#derivatives;
    for (let at = 0; at < train.length; at += 1) {
      const row = train[at]!;
      const probability = 1 / (1 + Math.exp(-this.scores[row]!));
      gradient[row] = weight[row]! * (probability - outcome[row]!);
      curvature[row] = weight[row]! * probability * (1 - probability);
    }
  }

  #someRows(): Int32Array {
    const { train, options } = this.#task;
    return options.rowShare >= 1 ? train.slice() : train.filter(() => this.#prng.next() < options.rowShare);
  }

  #someViews(): Int32Array {
    const { width } = this.#task.table;
    const all = Array.from({ length: width }, (_, view) => view);
    const count = Math.max(1, Math.ceil(width * this.#task.options.viewShare));
    if (count >= width) return Int32Array.from(all);
    return Int32Array.from(this.#prng.shuffle(all).slice(0, count)).toSorted();
  }

  #addScores(root: number): void {
    const { bins, width } = this.#task.table;
    const { view, threshold, unknownRight, left, value } = this.#nodes;
    for (let row = 0; row < this.scores.length; row += 1) {
      let node = root;
      while (view[node]! >= 0) {
        const bin = bins[row * width + view[node]!]!;
        const right = bin === 0 ? unknownRight[node]! : Number(bin > threshold[node]!);
        node = left[node]! + right;
      }
      this.scores[row]! += value[node]!;
    }
  }
}

/** Shorter figures, with covers that add up and root values that are the mean of the rounded leaves. */
function rounded(nodes: NodeLists): NodeLists {
  const value = nodes.value.map((one, node) => (nodes.view[node]! < 0 ? Math.round(one * 1e6) / 1e6 : 0));
  const cover = nodes.cover.map((one) => Math.max(1, Math.round(one * 1e3)) / 1e3);
  const mean = (node: number): number => {
    if (nodes.view[node]! < 0) return value[node]!;
    const left = nodes.left[node]!;
    const sum = cover[left]! * mean(left) + cover[left + 1]! * mean(left + 1);
    return sum / (cover[left]! + cover[left + 1]!);
  };
  // Children come after their parents, so that going backwards meets them first.
  for (let node = cover.length - 1; node >= 0; node -= 1) {
    if (nodes.view[node]! < 0) continue;
    const left = nodes.left[node]!;
    cover[node] = Math.round((cover[left]! + cover[left + 1]!) * 1e3) / 1e3;
  }
  for (const root of nodes.roots) value[root] = mean(root);
  return { ...nodes, value, cover };
}
