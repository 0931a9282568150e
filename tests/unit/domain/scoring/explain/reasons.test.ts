import { expect, test } from 'vitest';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { factorsOf } from '#shared/domain/scoring/explain/factors.ts';
import { allReasons, pointsOf, topReasons } from '#shared/domain/scoring/explain/reasons.ts';
import { explainRow } from '#shared/domain/scoring/learning/explainRow.ts';
import { toLogOdds } from '#shared/domain/scoring/learning/logOdds.ts';
import type { RowExplanation } from '#shared/domain/scoring/learning/modelTypes.ts';
import { dealFacts, modelOfDeciders, NOW } from './dealCase.ts';

const explanation = (contributions: readonly (readonly [string, number, number])[]): RowExplanation => {
  const logOdds = contributions.reduce((sum, [, value]) => sum + value, -0.5);
  const probability = 1 / (1 + Math.exp(-logOdds));
  return {
    baseLogOdds: -0.5,
    contributions: contributions.map(([name, value, support]) => ({ name, logOdds: value, support })),
    logOdds,
    probability,
    low: 0,
    high: 1,
    alike: 40,
  };
};

test('features that say the same thing are one reason, worded by the one that pulls its way most', () => {
  const reasons = allReasons(
    explanation([
      ['dwell', -0.4, 25],
      ['dwellShare', -0.6, 60],
      ['silence', 0.3, 80],
      ['rhythm', -0.1, 10],
      ['owner', 0.15, 12],
    ]),
  );
  expect(reasons.map(({ code, direction, features }) => [code, direction, features[0]])).toEqual([
    ['dwell', 'down', 'dwellShare'],
    ['contact', 'up', 'silence'],
    ['owner', 'up', 'owner'],
  ]);
  expect(reasons[0]).toMatchObject({ support: 60 });
  expect(reasons[0]?.logOdds).toBeCloseTo(-1, 12);
});

test('the size of a reason is what the figure would lose without it', () => {
  expect(pointsOf(toLogOdds(0.55), toLogOdds(0.55) - toLogOdds(0.41))).toBeCloseTo(0.14, 12);
  expect(pointsOf(0, 0)).toBe(0);
});

test('only what moves the figure by half a point or more is a top reason, at most as many as asked for', () => {
  const { up, down } = topReasons(
    allReasons(
      explanation([
        ['age', 0.5, 40],
        ['pushes', 0.4, 40],
        ['coach', 0.3, 40],
        ['owner', 0.001, 40],
        ['amount', -0.2, 40],
      ]),
    ),
    2,
  );
  expect(up.map(({ code }) => code)).toEqual(['age', 'pushes']);
  expect(down.map(({ code }) => code)).toEqual(['amount']);
});

test('base, factors and the rest add up to the log-odds of the figure, and so do the reasons', () => {
  const { model } = modelOfDeciders();
  for (const facts of [
    dealFacts(),
    dealFacts({ decidersMet: 1, coaches: 1 }),
    dealFacts({ source: '', employees: null }),
  ]) {
    const columns = dealColumns([facts], NOW);
    const why = explainRow(model, columns, 0);
    const { factors, rest } = factorsOf(why, columns, 0);
    const sum = factors.reduce((total, { logOdds }) => total + logOdds, why.baseLogOdds) + rest;
    expect(sum).toBeCloseTo(why.logOdds, 10);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(why.probability, 10);
    const reasons = allReasons(why).reduce((total, { logOdds }) => total + logOdds, why.baseLogOdds) + rest;
    expect(reasons).toBeCloseTo(why.logOdds, 10);
  }
});

test('an unknown value stays unknown', () => {
  const { model } = modelOfDeciders();
  const columns = dealColumns([dealFacts({ people: 0, coaches: 0 })], NOW);
  const { factors } = factorsOf(explainRow(model, columns, 0), columns, 0);
  expect(factors.find(({ name }) => name === 'coach')).toMatchObject({ value: null });
});
