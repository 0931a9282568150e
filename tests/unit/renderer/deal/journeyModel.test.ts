import { describe, expect, it } from 'vitest';
import { journeyOf } from '#renderer/features/deal/journeyModel.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';

const stages = (['verify', 'engage', 'won', 'lost'] as const).map((stageClass, position) => ({
  id: stageClass,
  key: stageClass,
  name: stageClass,
  stageClass,
  position,
  winRateMille: 0,
  allowedDays: null,
  requiresC139: false,
}));

type Visit = OpportunityPage['visits'][number];
const visit = (stageId: string, enteredAt: number, leftAt: number | null, kind: Visit['kind'] = 'advance'): Visit => ({
  stageId,
  stageName: stageId,
  stageClass: stages.find(({ id }) => id === stageId)?.stageClass ?? 'engage',
  enteredAt,
  leftAt,
  kind,
  days: 1,
  reason: '',
  byName: '',
  openCriteria: [],
  outcome: '',
  outcomeReason: '',
});
const page = (visits: Visit[], closedAt: number | null = null) =>
  ({ process: { id: 'p', name: '', stages }, visits, closedAt }) as unknown as OpportunityPage;

describe('the path of a deal', () => {
  it('draws every visit, also the second one to a stage, in the lane of its stage', () => {
    const journey = journeyOf(
      page([
        visit('verify', 0, 40, 'create'),
        visit('engage', 40, 60),
        visit('verify', 60, 80, 'back'),
        visit('engage', 80, null),
      ]),
      100,
    );
    expect(journey.lanes.map(({ id }) => id)).toEqual(['verify', 'engage']);
    expect(journey.bars.map(({ number, lane, cameFrom, isBack }) => [number, lane, cameFrom, isBack])).toEqual([
      [1, 0, null, false],
      [2, 1, 0, false],
      [3, 0, 1, true],
      [4, 1, 0, false],
    ]);
    const [first, second] = journey.bars;
    expect(second!.left).toBeCloseTo(first!.left + first!.width);
    expect(journey.bars.at(-1)!.left + journey.bars.at(-1)!.width).toBeLessThanOrEqual(100);
  });

  it('ends where the deal was closed, and marks a deal that was taken up again', () => {
    const journey = journeyOf(
      page([visit('verify', 0, 50, 'create'), visit('lost', 50, 70, 'close'), visit('verify', 70, null, 'reopen')]),
      100,
    );
    expect(journey.bars.at(-1)).toMatchObject({ isBack: true, lane: 0 });
    const closed = journeyOf(page([visit('verify', 0, 50, 'create'), visit('won', 50, null, 'close')], 50), 1000);
    expect(closed.to).toBe(50);
  });

  it('gives a stage that only an older version has a lane of its own, and joins one of the same name', () => {
    const old = { ...visit('old', 0, 10, 'create'), stageName: '试点' };
    const renamed = { ...visit('engage-1', 10, null), stageName: 'engage' };
    const { lanes } = journeyOf(page([old, renamed]), 20);
    expect(lanes.map(({ name }) => name)).toEqual(['engage', '试点']);
  });

  it('can be drawn for a deal of this very moment', () => {
    const { bars } = journeyOf(page([visit('verify', 7, null, 'create')]), 7);
    expect(Number.isFinite(bars[0]!.left) && bars[0]!.width > 0).toBe(true);
  });
});
