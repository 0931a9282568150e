import type { BinnedRows } from './treeBins.ts';

/** How large trees grow and how carefully. */
export interface TreeLimits {
  readonly depth: number;
  /** L2 on leaf values: λ in −G ÷ (H + λ). */
  readonly ridge: number;
  /** Least second derivative on either side of a split; about a quarter of the rows. */
  readonly leastCurvature: number;
  /** Least gain of a split. */
  readonly leastGain: number;
  readonly shrinkage: number;
}

/** First and second derivative of the loss by log-odds, per row. */
export interface Derivatives {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/** Nodes of grown trees in flat lists, as in TreeModel. */
export interface NodeLists {
  readonly roots: number[];
  readonly view: number[];
  readonly threshold: number[];
  readonly unknownRight: number[];
  readonly left: number[];
  readonly value: number[];
  readonly cover: number[];
}

/** Lists without any tree. */
export function emptyNodes(): NodeLists {
  return { roots: [], view: [], threshold: [], unknownRight: [], left: [], value: [], cover: [] };
}

interface OpenNode {
  node: number;
  from: number;
  to: number;
  depth: number;
  gradient: number;
  curvature: number;
  histogram: Float64Array;
}

interface Split {
  gain: number;
  view: number;
  threshold: number;
  unknownRight: number;
}

/** A workplace for growing trees on the same rows; keeps its histograms between trees. */
export class TreeGrower {
  readonly #table: BinnedRows;
  readonly #limits: TreeLimits;
  readonly #spare: Float64Array[] = [];
  /** Where each view's bins begin in a histogram, two numbers (G, H) per bin; one more entry than views. */
  readonly #start: Int32Array;
  #moved = new Int32Array();

  constructor(table: BinnedRows, limits: TreeLimits) {
    this.#table = table;
    this.#limits = limits;
    this.#start = new Int32Array(table.width + 1);
    for (let view = 0; view < table.width; view += 1) {
      this.#start[view + 1] = this.#start[view]! + 2 * (table.highest[view]! + 1);
    }
  }

  /**
   * Grows one tree on some rows with some views and appends it. `rows` is reordered. A split is the one of greatest gain
   * ½·(G²l/(Hl+λ) + G²r/(Hr+λ) − G²/(H+λ)); unknown goes to the side that gains more.
   */
  grow(nodes: NodeLists, rows: Int32Array, views: Int32Array, derivatives: Derivatives): void {
    if (this.#moved.length < rows.length) this.#moved = new Int32Array(rows.length);
    const histogram = this.#histogram(rows, 0, rows.length, views, derivatives);
    let [gradient, curvature] = [0, 0];
    for (const row of rows) {
      gradient += derivatives.gradient[row]!;
      curvature += derivatives.curvature[row]!;
    }
    const root = addNode(nodes);
    nodes.roots.push(root);
    const open: OpenNode[] = [{ node: root, from: 0, to: rows.length, depth: 0, gradient, curvature, histogram }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      open.push(...this.#close(nodes, next, rows, views, derivatives));
    }
  }

  /** Splits a node or makes it a leaf; the children that are still open. */
  #close(nodes: NodeLists, node: OpenNode, rows: Int32Array, views: Int32Array, derivatives: Derivatives): OpenNode[] {
    const { ridge, shrinkage, depth, leastCurvature } = this.#limits;
    nodes.cover[node.node] = node.curvature;
    const able = node.depth < depth && node.curvature >= 2 * leastCurvature;
    const split = able ? this.#bestSplit(node, views) : null;
    if (split === null) {
      nodes.value[node.node] = (-node.gradient / (node.curvature + ridge)) * shrinkage;
      this.#spare.push(node.histogram);
      return [];
    }
    const middle = this.#partition(rows, node, split);
    const left = addNode(nodes);
    addNode(nodes);
    nodes.view[node.node] = split.view;
    nodes.threshold[node.node] = split.threshold;
    nodes.unknownRight[node.node] = split.unknownRight;
    nodes.left[node.node] = left;
    return this.#children(node, left, middle, rows, views, derivatives);
  }

  #children(
    node: OpenNode,
    left: number,
    middle: number,
    rows: Int32Array,
    views: Int32Array,
    derivatives: Derivatives,
  ): OpenNode[] {
    const leftSmaller = middle - node.from <= node.to - middle;
    const [from, to] = leftSmaller ? [node.from, middle] : [middle, node.to];
    let [gradient, curvature] = [0, 0];
    for (let at = from; at < to; at += 1) {
      gradient += derivatives.gradient[rows[at]!]!;
      curvature += derivatives.curvature[rows[at]!]!;
    }
    const depth = node.depth + 1;
    const { leastCurvature } = this.#limits;
    const last = depth >= this.#limits.depth || Math.max(curvature, node.curvature - curvature) < 2 * leastCurvature;
    // A leaf needs no histogram; the larger child's is what the smaller one leaves of the parent's.
    const small = last ? this.#take() : this.#histogram(rows, from, to, views, derivatives);
    if (!last) this.#subtract(node.histogram, small, views);
    const smaller = { from, to, depth, gradient, curvature, histogram: small };
    const larger = {
      from: leftSmaller ? middle : node.from,
      to: leftSmaller ? node.to : middle,
      depth,
      gradient: node.gradient - gradient,
      curvature: node.curvature - curvature,
      histogram: node.histogram,
    };
    return [
      { node: left, ...(leftSmaller ? smaller : larger) },
      { node: left + 1, ...(leftSmaller ? larger : smaller) },
    ];
  }

  #subtract(parent: Float64Array, child: Float64Array, views: Int32Array): void {
    for (const view of views) {
      const end = this.#start[view + 1]!;
      for (let cell = this.#start[view]!; cell < end; cell += 1) parent[cell]! -= child[cell]!;
    }
  }

  #take(): Float64Array {
    return this.#spare.pop() ?? new Float64Array(this.#start.at(-1)!);
  }

  #histogram(
    rows: Int32Array,
    from: number,
    to: number,
    views: Int32Array,
    { gradient, curvature }: Derivatives,
  ): Float64Array {
    const { bins, width } = this.#table;
    const histogram = this.#take();
    const start = this.#start;
    for (const view of views) histogram.fill(0, start[view], start[view + 1]);
    const count = views.length;
    for (let at = from; at < to; at += 1) {
      const row = rows[at]!;
      const line = row * width;
      const first = gradient[row]!;
      const second = curvature[row]!;
      for (let one = 0; one < count; one += 1) {
        const view = views[one]!;
        const cell = start[view]! + 2 * bins[line + view]!;
        histogram[cell]! += first;
        histogram[cell + 1]! += second;
      }
    }
    return histogram;
  }

  #bestSplit(node: OpenNode, views: Int32Array): Split | null {
    const best: Split = { gain: this.#limits.leastGain, view: -1, threshold: 0, unknownRight: 0 };
    for (const view of views) this.#bestOfView(node, view, best);
    return best.view < 0 ? null : best;
  }

  #bestOfView({ histogram, gradient, curvature }: OpenNode, view: number, best: Split): void {
    const { ridge, leastCurvature } = this.#limits;
    const first = this.#start[view]!;
    const highest = this.#table.highest[view]!;
    const [unknownG, unknownH] = [histogram[first]!, histogram[first + 1]!];
    const whole = (gradient * gradient) / (curvature + ridge);
    const sides = unknownH > 0 ? 2 : 1;
    for (let unknownLeft = 0; unknownLeft < sides; unknownLeft += 1) {
      let leftG = unknownLeft === 1 ? unknownG : 0;
      let leftH = unknownLeft === 1 ? unknownH : 0;
      // Known against unknown is the cut above the highest bin, with unknown on the right.
      const end = unknownLeft === 0 && sides === 2 ? highest : highest - 1;
      for (let bin = 1; bin <= end; bin += 1) {
        leftG += histogram[first + 2 * bin]!;
        leftH += histogram[first + 2 * bin + 1]!;
        const rightH = curvature - leftH;
        if (leftH < leastCurvature) continue;
        if (rightH < leastCurvature) break;
        const rightG = gradient - leftG;
        const gain = 0.5 * ((leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - whole);
        if (gain <= best.gain) continue;
        // Where learning saw no unknown value, a later one goes the way of the heavier side.
        const unknownRight = sides === 2 ? 1 - unknownLeft : Number(rightH > leftH);
        Object.assign(best, { gain, view, threshold: bin, unknownRight });
      }
    }
  }

  #partition(rows: Int32Array, { from, to }: OpenNode, { view, threshold, unknownRight }: Split): number {
    const { bins, width } = this.#table;
    let [middle, right] = [from, 0];
    for (let at = from; at < to; at += 1) {
      const row = rows[at]!;
      const bin = bins[row * width + view]!;
      if (bin === 0 ? unknownRight === 1 : bin > threshold) this.#moved[right++] = row;
      else rows[middle++] = row;
    }
    for (let at = 0; at < right; at += 1) rows[middle + at] = this.#moved[at]!;
    return middle;
  }
}

function addNode(nodes: NodeLists): number {
  nodes.view.push(-1);
  nodes.threshold.push(0);
  nodes.unknownRight.push(0);
  nodes.left.push(0);
  nodes.value.push(0);
  return nodes.cover.push(0) - 1;
}
