import { Booster, type BoostingOptions } from './boostTrees.ts';
import { type Candidate, meanLoss } from './candidates.ts';
import type { TreeModel } from './modelTypes.ts';
import type { PreparedTable } from './prepareTable.ts';
import { binRows, rawBins } from './treeBins.ts';

/** Trees are added and judged by this many. */
const STEP = 10;
const MOST_STEPS = 40;
/** Steps without a better loss after which boosting ends. */
const PATIENCE = 4;
/** Forests of other seeds whose average is the final one: steadier than any of them. */
const FORESTS = 3;
/** All rows carry more trees than the part of them each fold learned from. */
const MORE_TREES = 1.2;
/** Rows from which on one forest must do, for its time. */
const MANY_ROWS = 1500;

/** Gradient-boosted trees; all folds grow side by side until their joint out-of-fold loss no longer falls. */
export function boostingCandidate(table: PreparedTable, options: BoostingOptions, tick: () => void): Candidate {
  const raw = rawBins(table.columns, table.specs, table.rows);
  const boosterFor = (train: Int32Array, seed: number): Booster =>
    new Booster({
      table: binRows(raw, { ...table, seed }, train),
      outcome: table.outcome,
      weight: table.weight,
      train,
      options,
      seed,
    });
  const boosters = table.folds.map(({ train }, fold) => boosterFor(train, table.seed * 1000 + fold));
  const best = growTogether(table, boosters, tick);
  return {
    name: 'boosting',
    raw: best.raw,
    fit: () => {
      const all = Int32Array.from({ length: table.rows }, (_, row) => row);
      const forests = Array.from({ length: table.rows < MANY_ROWS ? FORESTS : 1 }, (_, forest) => {
        const booster = boosterFor(all, table.seed * 1000 + 900 + forest);
        booster.add(Math.round(best.trees * MORE_TREES));
        return booster.model();
      });
      return { additive: null, trees: averageForests(forests), treeShare: 1 };
    },
  };
}

function growTogether(
  table: PreparedTable,
  boosters: readonly Booster[],
  tick: () => void,
): { raw: Float64Array; trees: number } {
  let best = { raw: new Float64Array(), trees: STEP, loss: Infinity };
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const raw = new Float64Array(table.judged.rows.length);
    let at = 0;
    for (const [fold, booster] of boosters.entries()) {
      booster.add(STEP);
      for (const row of table.folds[fold]!.test) raw[at++] = booster.scores[row]!;
    }
    tick();
    const loss = meanLoss(table.judged, raw);
    if (loss < best.loss) best = { raw, trees: step * STEP, loss };
    else if (step * STEP >= best.trees + PATIENCE * STEP) break;
  }
  return best;
}

/** Several forests as one whose leaves count for less. Each keeps its own views, as levels were ranked by its own folds. */
function averageForests(forests: readonly TreeModel[]): TreeModel {
  let whole: TreeModel | undefined;
  for (const next of forests) {
    if (whole === undefined) {
      whole = { ...next, scale: 1 / forests.length };
      continue;
    }
    const nodes = whole.view.length;
    const views = whole.views.length;
    whole = {
      intercept: whole.intercept,
      scale: whole.scale,
      views: [...whole.views, ...next.views],
      bins: [...whole.bins, ...next.bins],
      roots: [...whole.roots, ...next.roots.map((root) => root + nodes)],
      view: [...whole.view, ...next.view.map((view) => (view < 0 ? view : view + views))],
      threshold: [...whole.threshold, ...next.threshold],
      unknownRight: [...whole.unknownRight, ...next.unknownRight],
      left: [...whole.left, ...next.left.map((left) => left + nodes)],
      value: [...whole.value, ...next.value],
      cover: [...whole.cover, ...next.cover],
    };
  }
  return whole!;
}
