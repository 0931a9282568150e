import { expect, test } from 'vitest';
import { dearest, largestEntry, sharedBenchmarks, steps } from '#renderer/features/analytics/funnelModel.ts';
import type { FunnelStage } from '#shared/contract/funnel.contract.ts';

const stage = (name: string, known: Partial<FunnelStage> = {}) =>
  ({
    stageId: name,
    name,
    stageClass: 'verify',
    entered: 0,
    benchmark: null,
    verdict: 'unclear',
    lostValueMinor: null,
    ...known,
  }) as FunnelStage;

test('closed outcomes are no steps', () => {
  const all = [stage('a'), stage('won', { stageClass: 'won' }), stage('lost', { stageClass: 'lost' })];
  expect(steps(all).map(({ name }) => name)).toEqual(['a']);
});

test('the dearest bottleneck is the costliest step that is certainly below its benchmark', () => {
  const found = dearest([
    stage('cheap', { verdict: 'below', lostValueMinor: 5 }),
    stage('dear', { verdict: 'below', lostValueMinor: 9 }),
    stage('uncertain', { verdict: 'tooFew', lostValueMinor: 99 }),
    stage('free', { verdict: 'below', lostValueMinor: 0 }),
  ]);
  expect(found?.name).toBe('dear');
});

test('no step is called a bottleneck without a verdict', () => {
  expect(dearest([stage('a', { lostValueMinor: 9 }), stage('b', { verdict: 'below' })])).toBeNull();
});

test('the bars have a scale also when nobody entered', () => {
  expect(largestEntry([])).toBe(1);
  expect(largestEntry([stage('a', { entered: 7 }), stage('b', { entered: 74 })])).toBe(74);
});

test('stages of one class that divide a benchmark are named with what they must reach together and each', () => {
  const each = Math.sqrt(0.3);
  const [shared, ...others] = sharedBenchmarks([
    stage('verify', { benchmark: 0.6 }),
    stage('engage', { stageClass: 'engage', benchmark: 0.4 }),
    stage('propose', { stageClass: 'propose' }),
    stage('tender', { stageClass: 'negotiate', benchmark: each }),
    stage('signing', { stageClass: 'negotiate', benchmark: each }),
  ]);
  expect(others).toEqual([]);
  expect(shared?.names).toEqual(['tender', 'signing']);
  expect(shared?.together).toBeCloseTo(0.3);
  expect(shared?.each).toBeCloseTo(0.5477);
});

test('a class with one stage shares nothing', () => {
  expect(sharedBenchmarks([stage('verify', { benchmark: 0.6 }), stage('engage', { stageClass: 'engage' })])).toEqual(
    [],
  );
});
