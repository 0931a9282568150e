import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setConnection } from '#renderer/platform/connection.ts';
import { loadCode } from '#renderer/platform/loadCode.ts';

/** Fails so many times, then brings the code. */
const failing = (times: number) => {
  let left = times;
  return vi.fn(() => (left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('code')));
};

beforeEach(() => {
  vi.useFakeTimers();
  setConnection('connected');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('code that is loaded later', () => {
  test('arrives although the program was away for minutes', async () => {
    setConnection('lost');
    const load = failing(60);
    const loading = loadCode(load);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(await loading).toBe('code');
    expect(load).toHaveBeenCalledTimes(61);
  });

  test('is asked for at once when the program is back', async () => {
    setConnection('lost');
    const load = failing(5);
    const loading = loadCode(load);
    await vi.advanceTimersByTimeAsync(100 + 300 + 1000 + 3000);
    expect(load).toHaveBeenCalledTimes(5);
    setConnection('connected');
    await vi.advanceTimersByTimeAsync(0);
    expect(await loading).toBe('code');
  });

  test('that is not there although the program answers is a failure after three attempts', async () => {
    const load = failing(100);
    const loading = loadCode(load);
    const failed = expect(loading).rejects.toThrow('Failed to fetch');
    await vi.advanceTimersByTimeAsync(10_000);
    await failed;
    expect(load).toHaveBeenCalledTimes(3);
  });
});
