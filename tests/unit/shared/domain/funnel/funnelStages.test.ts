import { describe, expect, it } from 'vitest';
import { CLOSED, dealJourney, type FunnelDeal } from '#shared/domain/funnel/dealJourney.ts';
import { countFunnel } from '#shared/domain/funnel/countFunnel.ts';
import type { FunnelCase, FunnelStageInfo } from '#shared/domain/funnel/funnelCase.ts';
import { verdictOf } from '#shared/domain/funnel/funnelStages.ts';

const stages: FunnelStageInfo[] = [
  { stageId: 'verify', name: '验证', stageClass: 'verify', allowedDays: 14 },
  { stageId: 'engage', name: '交流', stageClass: 'engage', allowedDays: 45 },
  { stageId: 'negotiate', name: '谈判', stageClass: 'negotiate', allowedDays: 30 },
];
const window = { from: 0, to: 1_000 };
const countDays = (from: number, to: number) => to - from;

const counted = (some: readonly FunnelCase[], within = window) =>
  countFunnel(
    { stages, window: within, now: 200, countDays, quarterOf: (at) => (at < 25 ? '2026-Q1' : '2026-Q2') },
    some,
  );

let number = 0;
function cases(
  count: number,
  status: FunnelDeal['status'],
  path: readonly number[],
  amountMinor: number | null = null,
) {
  return Array.from({ length: count }, (): FunnelCase => {
    const entries = path.map((stage, index) => ({ at: 10 + index * 10, stage, from: path[index - 1] ?? null }));
    const deal: FunnelDeal = { id: `d${(number += 1)}`, status, closedAt: null, entries };
    return { deal, journey: dealJourney(deal, 3), amountMinor };
  });
}

/** The counts of the design's example: 128 verify, 74 engage, 17 negotiate, 6 won. */
const example = [
  ...cases(6, 'won', [0, 1, 2, CLOSED], 520_000_000),
  ...cases(9, 'lost', [0, 1, 2, CLOSED], 520_000_000),
  ...cases(2, 'open', [0, 1, 2], 520_000_000),
  ...cases(49, 'lost', [0, 1, CLOSED], 520_000_000),
  ...cases(8, 'open', [0, 1], 520_000_000),
  ...cases(47, 'lost', [0, CLOSED]),
  ...cases(7, 'open', [0]),
];

describe('countFunnel', () => {
  const [verify, engage, negotiate] = counted(example).stages;

  it('counts who entered, went on, was lost and is still open', () => {
    expect([verify, engage, negotiate].map((s) => [s?.entered, s?.reached, s?.open, s?.lost, s?.settled])).toEqual([
      [128, 74, 7, 47, 121],
      [74, 17, 8, 49, 66],
      [17, 6, 2, 9, 15],
    ]);
  });

  it('takes the rate over known outcomes and judges it by the whole interval', () => {
    expect(verify).toMatchObject({ verdict: 'meets', benchmark: 0.6 });
    expect(verify?.rate).toBeCloseTo(0.6116, 4);
    expect(engage).toMatchObject({ verdict: 'below', benchmark: 0.4 });
    expect(negotiate).toMatchObject({ verdict: 'tooFew', lostValueMinor: null });
  });

  it('prices the gap: known outcomes × gap × average amount × downstream', () => {
    expect(engage?.downstream).toBe(0.3);
    expect(engage?.averageAmountMinor).toBe(520_000_000);
    // 66 × 14.24 % × ¥520万 × 30 % = ¥1,466.4万
    expect(engage?.lostValueMinor).toBe(1_466_400_000);
    expect(verify?.lostValueMinor).toBe(0);
  });

  it('tells how many entered the process and won', () => {
    expect(counted(example)).toMatchObject({ entered: 128, won: 6 });
    expect(counted(example, { from: 20, to: 30 })).toMatchObject({ entered: 0, won: 0 });
  });

  it('leaves out who entered outside the window', () => {
    const late = counted(example, { from: 20, to: 30 }).stages;
    expect(late.map((stage) => stage.entered)).toEqual([0, 74, 0]);
    expect(late[0]).toMatchObject({ rate: null, interval: null, verdict: 'tooFew', averageAmountMinor: null });
  });

  it('measures time in stage with open deals and counts those over the limit', () => {
    expect(engage?.dwell).toEqual({ medianDays: 10, p80Days: 10, allowedDays: 45, openOver: 8 });
    const mostlyOpen = counted([...cases(1, 'lost', [0, CLOSED]), ...cases(3, 'open', [0])]).stages;
    expect(mostlyOpen[0]?.dwell).toEqual({ medianDays: null, p80Days: null, allowedDays: 14, openOver: 3 });
  });

  it('does not call a paused deal over the limit', () => {
    expect(counted(cases(1, 'paused', [0])).stages[0]?.dwell.openOver).toBe(0);
  });

  it('splits rates by the quarter of entry', () => {
    const { quarters } = counted(example);
    expect(quarters.map((q) => [q.quarter, q.steps.map((s) => s.settled)])).toEqual([
      ['2026-Q1', [121, 66, 0]],
      ['2026-Q2', [0, 0, 15]],
    ]);
  });
});

describe('verdictOf', () => {
  it('says too few below 30 known outcomes however bad the rate', () => {
    expect(verdictOf(29, 0.05, 0.2, 0.4)).toBe('tooFew');
    expect(verdictOf(30, 0.2, 0.373, 0.4)).toBe('below');
  });
  it('stays unclear while the interval reaches the benchmark', () => {
    expect(verdictOf(40, 0.35, 0.5, 0.4)).toBe('unclear');
  });
  it('has no verdict without benchmark', () => {
    expect(verdictOf(100, 0.2, 0.3, null)).toBe('noBenchmark');
  });
});
