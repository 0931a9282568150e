import { describe, expect, it } from 'vitest';
import { CLOSED, dealJourney, type FunnelDeal } from '#shared/domain/funnel/dealJourney.ts';
import { cohortOutcome, timeInStage } from '#shared/domain/funnel/cohort.ts';

function deal(status: FunnelDeal['status'], stages: readonly number[], closedAt: number | null = null): FunnelDeal {
  const entries = stages.map((stage, index) => ({
    at: (index + 1) * 10,
    stage,
    from: index === 0 ? null : (stages[index - 1] ?? null),
  }));
  return { id: 'deal', status, closedAt, entries };
}
const outcomes = (one: FunnelDeal) => {
  const journey = dealJourney(one, 3);
  return [0, 1, 2].map((stage) =>
    journey.visits[stage]?.entered === null ? '-' : cohortOutcome(journey, stage, one.status),
  );
};

const days = (from: number, to: number): number => to - from;

describe('dealJourney', () => {
  it('follows a deal step by step to the win', () => {
    expect(outcomes(deal('won', [0, 1, 2, CLOSED], 40))).toEqual(['reached', 'reached', 'reached']);
  });

  it('counts a skipped stage as entered and reached, without a stay', () => {
    const journey = dealJourney(deal('open', [0, 2]), 3);
    expect(journey.visits[1]).toEqual({ entered: 20, reached: true, wentBack: false, stays: [] });
    expect(outcomes(deal('open', [0, 2]))).toEqual(['reached', 'reached', 'open']);
  });

  it('counts an early win as moving past what was left', () => {
    expect(outcomes(deal('won', [0, CLOSED], 20))).toEqual(['reached', 'reached', 'reached']);
  });

  it('passes nothing when a deal is lost', () => {
    expect(outcomes(deal('lost', [0, CLOSED], 20))).toEqual(['lost', '-', '-']);
    expect(outcomes(deal('noDecision', [0, 1, CLOSED], 20))).toEqual(['reached', 'lost', '-']);
  });

  it('passes nothing when a deal is created in a later stage', () => {
    expect(outcomes(deal('open', [2]))).toEqual(['-', '-', 'open']);
  });

  it('counts a return once, notes going back, and adds up both stays', () => {
    const journey = dealJourney(deal('open', [0, 1, 0, 1]), 3);
    expect(journey.visits[0]).toEqual({
      entered: 10,
      reached: true,
      wentBack: false,
      stays: [
        { from: 10, to: 20 },
        { from: 30, to: 40 },
      ],
    });
    expect(journey.visits[1]?.wentBack).toBe(true);
    expect(journey.visits[1]?.entered).toBe(20);
    expect(journey.current).toBe(1);
  });

  it('forgets a win that was withdrawn', () => {
    expect(outcomes(deal('open', [0, 1, 2, CLOSED, 2]))).toEqual(['reached', 'reached', 'open']);
    expect(outcomes(deal('lost', [0, 1, 2, CLOSED, 2, CLOSED], 60))).toEqual(['reached', 'reached', 'lost']);
  });

  it('takes the outcome of the deal where the history does not tell it', () => {
    const journey = dealJourney(deal('won', [0, 1], 55), 3);
    expect(journey.visits[2]).toEqual({ entered: 55, reached: true, wentBack: false, stays: [] });
    expect(journey.visits[1]?.stays).toEqual([{ from: 20, to: 55 }]);
    expect(journey.current).toBeNull();
  });

  it('keeps a paused deal open', () => {
    expect(outcomes(deal('paused', [0, 1]))).toEqual(['reached', 'open', '-']);
  });

  it('uses the origin that the history states when a deal begins in the middle', () => {
    const one: FunnelDeal = { id: 'deal', status: 'open', closedAt: null, entries: [{ at: 5, stage: 2, from: 0 }] };
    expect(outcomes(one)).toEqual(['-', 'reached', 'open']);
  });

  it('has no visit for a deal without history', () => {
    expect(outcomes(deal('won', [], 5))).toEqual(['-', '-', '-']);
  });

  it('counts a migration to a later stage as entering it, and as no progress of the stage before', () => {
    const entries = [
      { at: 10, stage: 0, from: null },
      { at: 20, stage: 2, from: 0, migrated: true },
    ];
    const journey = dealJourney({ id: 'deal', status: 'open', closedAt: null, entries }, 3);
    expect(journey.visits[0]).toEqual({
      entered: 10,
      reached: false,
      wentBack: false,
      stays: [{ from: 10, to: 20, cut: true }],
    });
    expect(journey.visits[1]).toEqual({ entered: null, reached: false, wentBack: false, stays: [] });
    expect(journey.visits[2]).toMatchObject({ entered: 20, stays: [{ from: 20, to: null }] });
    expect(journey.current).toBe(2);
    expect(timeInStage(journey, 0, 50, days)).toEqual({ length: 10, ended: false });
    expect(timeInStage(journey, 2, 50, days)).toEqual({ length: 30, ended: false });
  });

  it('counts a migration to an earlier stage as no step back, and goes on counting from there', () => {
    const entries = [
      { at: 10, stage: 0, from: null },
      { at: 20, stage: 1, from: 0 },
      { at: 30, stage: 0, from: 1, migrated: true },
      { at: 40, stage: 1, from: 0 },
      { at: 50, stage: 2, from: 1 },
    ];
    const { visits } = dealJourney({ id: 'deal', status: 'open', closedAt: null, entries }, 3);
    expect(visits.map(({ wentBack }) => wentBack)).toEqual([false, false, false]);
    expect(visits.map(({ reached }) => reached)).toEqual([true, true, false]);
    expect(visits.map(({ entered }) => entered)).toEqual([10, 20, 50]);
  });
});
