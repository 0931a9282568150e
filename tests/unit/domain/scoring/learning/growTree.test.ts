import { expect, test } from 'vitest';
import { Booster } from '#shared/domain/scoring/learning/boostTrees.ts';
import { emptyNodes, TreeGrower, type TreeLimits } from '#shared/domain/scoring/learning/growTree.ts';

const limits: TreeLimits = { depth: 1, ridge: 1, leastCurvature: 0, leastGain: 0, shrinkage: 0.5 };
const oneView = (bins: number[], highest: number) => ({
  bins: Uint8Array.from(bins),
  width: 1,
  highest: Uint8Array.of(highest),
  views: [0],
  lookup: [[0.5, 1.5]],
});

test('one step of boosting, by hand: the best cut, and −G ÷ (H + λ) in its leaves', () => {
  // Four rows at log-odds 0: p = ½, g = ½ − y, h = ¼. Bins 1, 1, 2, 3; outcomes 0, 0, 1, 1.
  // Cut after bin 1: G = ±1, H = ½ on both sides: gain ½(1/1.5 + 1/1.5 − 0) = 2/3. After bin 2: ½(¼/1.75 + ¼/1.25) = 0.171.
  const nodes = emptyNodes();
  const derivatives = {
    gradient: Float64Array.of(0.5, 0.5, -0.5, -0.5),
    curvature: Float64Array.of(0.25, 0.25, 0.25, 0.25),
  };
  new TreeGrower(oneView([1, 1, 2, 3], 3), limits).grow(
    nodes,
    Int32Array.of(0, 1, 2, 3),
    Int32Array.of(0),
    derivatives,
  );
  expect(nodes.view).toEqual([0, -1, -1]);
  expect(nodes.threshold[0]).toBe(1);
  expect(nodes.value[1]).toBeCloseTo(0.5 * (-1 / 1.5), 12);
  expect(nodes.value[2]).toBeCloseTo(0.5 * (1 / 1.5), 12);
  expect(nodes.cover).toEqual([1, 0.5, 0.5]);
});

test('unknown goes to the side where it gains more, and is not taken for a low value', () => {
  // Bin 0 is unknown; it behaves like bin 3, not like bin 1.
  const outcome = Uint8Array.of(0, 0, 1, 1, 1, 1);
  const booster = new Booster({
    table: oneView([1, 1, 3, 3, 0, 0], 3),
    outcome,
    weight: new Float64Array(6).fill(1),
    train: Int32Array.of(0, 1, 2, 3, 4, 5),
    options: { ...limits, rowShare: 1, viewShare: 1 },
    seed: 1,
  });
  booster.add(5);
  const tree = booster.model();
  expect(tree.unknownRight[0]).toBe(1);
  expect(booster.scores[4]).toBeCloseTo(booster.scores[2]!, 12);
  expect(booster.scores[4]!).toBeGreaterThan(booster.scores[0]!);
});

test('a cut that gains less than asked is not made', () => {
  const nodes = emptyNodes();
  const derivatives = { gradient: Float64Array.of(0.5, 0.5, -0.5, -0.5), curvature: new Float64Array(4).fill(0.25) };
  const careful = { ...limits, leastGain: 0.7 };
  new TreeGrower(oneView([1, 1, 2, 3], 3), careful).grow(
    nodes,
    Int32Array.of(0, 1, 2, 3),
    Int32Array.of(0),
    derivatives,
  );
  expect(nodes.view).toEqual([-1]);
});
