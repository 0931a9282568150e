import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSED, dealJourney, type FunnelDeal, type StageEntry } from '#shared/domain/funnel/dealJourney.ts';
import { type FunnelFigure, funnelMembers } from '#shared/domain/funnel/funnelMembers.ts';
import { countFunnel } from '#shared/domain/funnel/countFunnel.ts';
import type { FunnelCase, FunnelStageInfo } from '#shared/domain/funnel/funnelCase.ts';
import { orderEntries } from '#shared/domain/funnel/orderEntries.ts';
import { kaplanMeier, survivalQuantile } from '#shared/lib/statistics/kaplanMeier.ts';
import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';

const STAGES = 4;
const NOW = 1_000;
const infos: FunnelStageInfo[] = (['verify', 'engage', 'propose', 'negotiate'] as const).map((stageClass, index) => ({
  stageId: `s${index}`,
  name: stageClass,
  stageClass,
  allowedDays: index === 2 ? null : 20 + index * 10,
}));
const countDays = (from: number, to: number) => Math.floor((to - from) / 3);

const dealArbitrary = fc
  .record({
    status: fc.constantFrom<FunnelDeal['status'][]>('open', 'paused', 'won', 'lost', 'noDecision'),
    gaps: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 9 }),
    targets: fc.array(fc.integer({ min: CLOSED, max: STAGES - 1 }), { minLength: 9, maxLength: 9 }),
    firstFrom: fc.option(fc.integer({ min: CLOSED, max: STAGES - 1 })),
    closedAt: fc.option(fc.integer({ min: 0, max: NOW })),
    amountMinor: fc.option(fc.integer({ min: 0, max: 1e9 })),
  })
  .map(({ status, gaps, targets, firstFrom, closedAt, amountMinor }) => {
    let at = 0;
    const entries = gaps.map((gap, index): StageEntry => {
      at += gap;
      return { at, stage: targets[index] ?? 0, from: index === 0 ? firstFrom : (targets[index - 1] ?? null) };
    });
    return { status, closedAt, amountMinor, entries };
  });
const dealsArbitrary = fc
  .array(dealArbitrary, { maxLength: 60 })
  .map((deals) => deals.map((deal, index) => ({ ...deal, id: `d${index}` })));
const windowArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 800 }))
  .map(([from, length]) => ({ from, to: from + length }));

const counted = (cases: readonly FunnelCase[], window: { from: number; to: number }) =>
  countFunnel({ stages: infos, window, now: NOW, countDays, quarterOf: (at) => `Q${Math.floor(at / 100)}` }, cases);

const toCases = (deals: readonly (FunnelDeal & { amountMinor: number | null })[]): FunnelCase[] =>
  deals.map((deal) => ({ deal, journey: dealJourney(deal, STAGES), amountMinor: deal.amountMinor }));

/** The same rule told differently: write every skipped stage into the history, then look at the longer history. */
function oracle(deal: FunnelDeal, stage: number): { entered: number | null; outcome: string } {
  const written: { at: number; stage: number }[] = [];
  let lastOpen: number | null = null;
  const write = (at: number, to: number, origin: number | null) => {
    for (let between = (origin ?? to) + 1; between < to; between += 1) written.push({ at, stage: between });
    written.push({ at, stage: to });
  };
  for (const [index, entry] of deal.entries.entries()) {
    if (entry.stage === CLOSED) continue;
    const before = deal.entries[index - 1];
    if (before?.stage === entry.stage) continue;
    write(entry.at, entry.stage, lastOpen ?? (entry.from !== null && entry.from >= 0 ? entry.from : null));
    lastOpen = entry.stage;
  }
  if (deal.status === 'won' && lastOpen !== null) {
    const final = deal.entries.at(-1);
    const end = final?.stage === CLOSED ? final.at : Math.max(deal.closedAt ?? 0, final?.at ?? 0);
    write(end, STAGES, lastOpen);
  }
  const first = written.findIndex((entry) => entry.stage === stage);
  if (first === -1) return { entered: null, outcome: '-' };
  const reached = written.slice(first).some((entry) => entry.stage > stage);
  const lost = ['lost', 'noDecision'].includes(deal.status);
  return { entered: written[first]?.at ?? null, outcome: reached ? 'reached' : lost ? 'lost' : 'open' };
}

const plain = (some: readonly StageEntry[]) => some.map((entry) => [entry.at, entry.stage, entry.from]);

describe('funnel laws', () => {
  it('counts as a slow retelling of the rule counts', () => {
    fc.assert(
      fc.property(dealsArbitrary, windowArbitrary, (deals, window) => {
        const figures = counted(toCases(deals), window).stages;
        for (const [index, figure] of figures.entries()) {
          const cohort = deals
            .map((deal) => oracle(deal, index))
            .filter(({ entered }) => entered !== null && entered >= window.from && entered < window.to);
          const count = (outcome: string) => cohort.filter((one) => one.outcome === outcome).length;
          expect([figure.entered, figure.reached, figure.lost, figure.open]).toEqual([
            cohort.length,
            count('reached'),
            count('lost'),
            count('open'),
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('opens exactly as many rows as every figure says, each deal once', () => {
    fc.assert(
      fc.property(dealsArbitrary, windowArbitrary, (deals, window) => {
        const cases = toCases(deals);
        for (const [index, figure] of counted(cases, window).stages.entries()) {
          const stage = { index, allowedDays: infos[index]?.allowedDays ?? null };
          const members = (which: FunnelFigure) => funnelMembers(cases, stage, which, window, NOW, countDays);
          expect(members('entered')).toHaveLength(figure.entered);
          expect(members('reached')).toHaveLength(figure.reached);
          expect(members('open')).toHaveLength(figure.open);
          expect(members('lost')).toHaveLength(figure.lost);
          expect(members('over')).toHaveLength(figure.dwell.openOver);
          const ids = members('entered').map((member) => member.opportunityId);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('splits into quarters that add up to the whole, and sums hold', () => {
    fc.assert(
      fc.property(dealsArbitrary, windowArbitrary, (deals, window) => {
        const cases = toCases(deals);
        const { stages: figures, quarters } = counted(cases, window);
        for (const [index, figure] of figures.entries()) {
          expect(figure.entered).toBe(figure.reached + figure.open + figure.lost);
          expect(figure.settled).toBe(figure.reached + figure.lost);
          expect(quarters.reduce((sum, quarter) => sum + (quarter.steps[index]?.settled ?? 0), 0)).toBe(figure.settled);
          if (figure.rate !== null && figure.interval) {
            expect(figure.interval.low).toBeLessThanOrEqual(figure.rate);
            expect(figure.interval.high).toBeGreaterThanOrEqual(figure.rate);
          }
          if (figure.verdict === 'below') expect(figure.settled).toBeGreaterThanOrEqual(30);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('orders a history the same way however its rows arrive, by time, and keeps every row', () => {
    const shuffled = dealArbitrary.chain(({ entries }) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([entries, otherOrder]) => {
        const ordered = orderEntries(otherOrder);
        if (new Set(entries.map((entry) => entry.at)).size === entries.length) {
          expect(plain(ordered)).toEqual(plain(entries));
        }
        expect(plain(ordered)).toEqual(plain(orderEntries(entries.toReversed())));
        expect(ordered.map((entry) => entry.at)).toEqual(entries.map((entry) => entry.at));
        expect(ordered).toHaveLength(entries.length);
      }),
    );
  });

  it('lets one deal stay in one stage at a time', () => {
    fc.assert(
      fc.property(dealArbitrary, (deal) => {
        const journey = dealJourney({ ...deal, id: 'd' }, STAGES);
        const stays = journey.visits
          .flatMap((visit) => visit.stays)
          .toSorted((a, b) => a.from - b.from || (a.to ?? NOW) - (b.to ?? NOW));
        for (const [index, stay] of stays.entries()) {
          const next = stays[index + 1];
          if (next) expect(next.from).toBeGreaterThanOrEqual(stay.to ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('statistics laws', () => {
  const count = fc
    .integer({ min: 1, max: 5_000 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

  it('keeps every Wilson interval within 0..1, around the share, and mirrored for failures', () => {
    fc.assert(
      fc.property(count, ([successes, trials]) => {
        const interval = wilsonInterval(successes, trials);
        const mirror = wilsonInterval(trials - successes, trials);
        if (!interval || !mirror) throw new Error('no interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(successes / trials);
        expect(interval.high).toBeGreaterThanOrEqual(successes / trials);
        expect(interval.low).toBeCloseTo(1 - mirror.high, 10);
      }),
    );
  });

  it('solves the defining equation of the score interval at both ends', () => {
    fc.assert(
      fc.property(count, ([successes, trials]) => {
        const interval = wilsonInterval(successes, trials);
        for (const end of [interval?.low ?? 0, interval?.high ?? 1]) {
          if (end === 0 || end === 1) continue;
          const score = Math.abs(successes / trials - end) / Math.sqrt((end * (1 - end)) / trials);
          expect(score).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });

  it('lets survival fall, and equal the plain share where every case has ended', () => {
    const durations = fc.array(fc.record({ length: fc.integer({ min: 0, max: 50 }), ended: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(durations, (some) => {
        const steps = kaplanMeier(some);
        for (const [index, step] of steps.entries()) {
          expect(step.survival).toBeLessThanOrEqual(steps[index - 1]?.survival ?? 1);
          expect(step.survival).toBeGreaterThanOrEqual(-1e-9);
        }
        const all = some.map(({ length }) => ({ length, ended: true }));
        for (const step of kaplanMeier(all)) {
          const longer = all.filter(({ length }) => length > step.time).length / all.length;
          expect(step.survival).toBeCloseTo(longer, 9);
        }
        const sorted = all.map(({ length }) => length).toSorted((a, b) => a - b);
        expect(survivalQuantile(kaplanMeier(all), 0.5)).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
      }),
    );
  });

  it('never says a shorter median when a case that ended is taken as still lasting', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(durations, fc.nat(), (lengths, pick) => {
        const all = lengths.map((length) => ({ length, ended: true }));
        const one = all.map((duration, index) =>
          index === pick % all.length ? { ...duration, ended: false } : duration,
        );
        const median = survivalQuantile(kaplanMeier(one), 0.5) ?? Number.POSITIVE_INFINITY;
        expect(median).toBeGreaterThanOrEqual(survivalQuantile(kaplanMeier(all), 0.5) ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});
