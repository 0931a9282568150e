import { describe, expect, it } from 'vitest';
import { CLOSED, type StageEntry } from '#shared/domain/funnel/dealJourney.ts';
import { orderEntries } from '#shared/domain/funnel/orderEntries.ts';

const entry = (at: number, stage: number, from: number | null): StageEntry => ({ at, stage, from });
const stages = (entries: readonly StageEntry[]) => orderEntries(entries).map((one) => one.stage);

describe('orderEntries', () => {
  it('follows time', () => {
    expect(stages([entry(3, 2, 1), entry(1, 0, null), entry(2, 1, 0)])).toEqual([0, 1, 2]);
  });

  it('follows the chain that rows of one instant tell, back moves included', () => {
    expect(stages([entry(5, CLOSED, 0), entry(5, 0, 2), entry(5, 2, 0), entry(5, 0, null)])).toEqual([0, 2, 0, CLOSED]);
  });

  it('goes on from where the deal was before', () => {
    expect(stages([entry(1, 2, null), entry(5, 0, 1), entry(5, 1, 2)])).toEqual([2, 1, 0]);
  });

  it('takes the earlier stage first and closing last where no chain is told', () => {
    expect(stages([entry(5, CLOSED, null), entry(5, 1, null), entry(5, 0, null)])).toEqual([0, 1, CLOSED]);
  });
});
