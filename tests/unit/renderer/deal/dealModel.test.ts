import { expect, test } from 'vitest';
import { pathSteps, rateLines } from '#renderer/features/deal/dealModel.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';

const stage = (id: string, position: number, stageClass: string) => ({ id, name: id, position, stageClass });
const stages = [
  stage('verify', 0, 'verify'),
  stage('engage', 1, 'engage'),
  stage('negotiate', 2, 'negotiate'),
  stage('won', 3, 'won'),
  stage('lost', 4, 'lost'),
];
const page = (stageId: string, visits: readonly { stageId: string; days: number }[]) =>
  ({ process: { stages }, visits, card: { stageId } }) as unknown as OpportunityPage;

test('the path shows open stages only, days of repeated visits added up', () => {
  const steps = pathSteps(
    page('engage', [
      { stageId: 'verify', days: 4 },
      { stageId: 'engage', days: 3 },
      { stageId: 'verify', days: 5 },
    ]),
  );
  expect(steps.map(({ stage: { id }, state, days }) => [id, state, days])).toEqual([
    ['verify', 'passed', 9],
    ['engage', 'current', 3],
    ['negotiate', 'ahead', null],
  ]);
});

test('a skipped stage counts as passed though nobody stayed in it', () => {
  const [, engage] = pathSteps(page('negotiate', [{ stageId: 'verify', days: 2 }]));
  expect(engage).toMatchObject({ state: 'passed', days: null });
});

test('a closed deal has passed exactly the stages it was in', () => {
  const steps = pathSteps(page('lost', [{ stageId: 'verify', days: 2 }]));
  expect(steps.map(({ state }) => state)).toEqual(['passed', 'ahead', 'ahead']);
});

test('a stay is drawn as wide as it was long, but never too small to read nor wider than all others together', () => {
  const steps = pathSteps(
    page('engage', [
      { stageId: 'verify', days: 1 },
      { stageId: 'engage', days: 400 },
    ]),
  );
  expect(steps.map(({ weight }) => weight)).toEqual([12, 60, 12]);
});

test('the three win rates stand apart in their fixed order, the interval belongs to the model alone', () => {
  const lines = rateLines({
    card: { stageWinRate: 0.4, ownWinRate: 0.6, modelWinRate: 0.31 },
    expected: { stageMinor: 40, ownMinor: 60, modelMinor: 31 },
    model: { low: 0.18, high: 0.47 },
  } as unknown as OpportunityPage);
  expect(lines.map(({ key, share, expectedMinor }) => [key, share, expectedMinor])).toEqual([
    ['stage', 0.4, 40],
    ['own', 0.6, 60],
    ['model', 0.31, 31],
  ]);
  expect(lines.map(({ low, high }) => [low, high])).toEqual([
    [null, null],
    [null, null],
    [0.18, 0.47],
  ]);
});
