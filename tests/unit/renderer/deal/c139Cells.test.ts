import { expect, test } from 'vitest';
import { cellState, type Element, isCalibrated, ownCounts } from '#renderer/features/deal/c139Cells.ts';

const element = (code: string, self: 0 | 1 | null, coach: 0 | 1 | null) => ({ code, self, coach }) as Element;

test.each([
  [1, null, 'clear'],
  [1, 1, 'clear'],
  [0, 1, 'clear'],
  [null, 1, 'clear'],
  [1, 0, 'disputed'],
  [0, 0, 'open'],
  [0, null, 'open'],
  [null, 0, 'open'],
  [null, null, 'open'],
] as const)('self %s and coach %s is drawn %s', (self, coach, state) => {
  expect(cellState(element('C1', self, coach))).toBe(state);
});

test('the seller’s own count ignores the coach and keeps the order W, F, C', () => {
  const elements = [element('C1', 1, 0), element('C2', 0, 1), element('F1', 1, null), element('W1', null, 1)];
  expect(ownCounts(elements)).toBe('0W 1F 1C');
});

test('one judgement of a coach is enough to call the values calibrated, also a “no”', () => {
  expect(isCalibrated([element('C1', 1, null), element('C2', 1, null)])).toBe(false);
  expect(isCalibrated([element('C1', 1, null), element('C2', 1, 0)])).toBe(true);
});
