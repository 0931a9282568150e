import { describe, expect, test } from 'vitest';
import { createIdSource } from '#electron/core/idSource.ts';

const bytes = (length: number) => new Uint8Array(length).fill(255);

describe('ids', () => {
  test('rise strictly while the clock stands still', () => {
    const newId = createIdSource(() => 1_700_000_000_000, bytes);
    const ids = Array.from({ length: 5000 }, newId);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('rise strictly when the clock is set back', () => {
    let now = 1_700_000_000_000;
    const newId = createIdSource(() => now, bytes);
    const before = newId();
    now -= 86_400_000;
    expect(newId() > before).toBe(true);
  });

  test('are UUIDs of version 7 that carry their millisecond', () => {
    const newId = createIdSource(() => 1_700_000_000_000, bytes);
    expect(newId()).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
