import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerRemedy, type Remediable, seekRemedy } from '#renderer/platform/remedies.ts';

const say = vi.fn();
const failed = (type: string): Remediable => ({ failure: { type }, operation: 'task.setStatus', retry: () => {}, say });

beforeEach(() => {
  vi.useFakeTimers();
  say.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

it('hands a failure to whoever mends its type, until they stop', () => {
  const mended: Remediable[] = [];
  const stop = registerRemedy('deliverableMissing', (one) => mended.push(one));
  const one = failed('deliverableMissing');
  expect(seekRemedy(one)).toBe(true);
  expect(mended).toEqual([one]);
  expect(seekRemedy(failed('notFound'))).toBe(false);
  stop();
  seekRemedy(failed('deliverableMissing'));
  expect(mended).toHaveLength(1);
  vi.runAllTimers();
});

it('waits for a feature that is still being loaded, and says the failure when none comes', () => {
  const mended: Remediable[] = [];
  expect(seekRemedy(failed('deliverableMissing'))).toBe(true);
  vi.advanceTimersByTime(3000);
  const stop = registerRemedy('deliverableMissing', (one) => mended.push(one));
  expect(mended).toHaveLength(1);
  stop();
  vi.runAllTimers();
  expect(say).not.toHaveBeenCalled();
  seekRemedy(failed('deliverableMissing'));
  vi.advanceTimersByTime(4001);
  expect(say).toHaveBeenCalledOnce();
  registerRemedy('deliverableMissing', (one) => mended.push(one))();
  expect(mended).toHaveLength(1);
});
