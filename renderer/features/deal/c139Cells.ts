import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';

export type Element = OpportunityPage['c139'][number];
export type CellState = 'clear' | 'disputed' | 'open';

/** How an element is drawn: clear, claimed by the seller but not by the coach, or not clear. */
export function cellState({ self, coach }: Element): CellState {
  if (coach === 1 || (coach === null && self === 1)) return 'clear';
  return self === 1 && coach === 0 ? 'disputed' : 'open';
}

/** What the seller alone would count: W, F, C. */
export function ownCounts(elements: readonly Element[]): string {
  const count = (family: string) =>
    elements.filter((element) => element.code.startsWith(family) && element.self === 1).length;
  return `${count('W')}W ${count('F')}F ${count('C')}C`;
}

/** Whether any coach has judged: without one the values are uncalibrated. */
export const isCalibrated = (elements: readonly Element[]): boolean => elements.some(({ coach }) => coach !== null);
