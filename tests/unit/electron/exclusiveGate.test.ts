import { describe, expect, test } from 'vitest';
import { ExclusiveGate } from '#electron/core/exclusiveGate.ts';

describe('the exclusive gate', () => {
  test('lets commands wait until the job has ended, and runs jobs one after the other', async () => {
    const gate = new ExclusiveGate();
    const order: string[] = [];
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const first = gate.hold(async () => {
      order.push('first begins');
      await ended;
      order.push('first ends');
    });
    const second = gate.hold(async () => {
      order.push('second');
      await Promise.resolve();
    });
    const command = gate.open().then(() => order.push('command'));
    await Promise.resolve();
    end();
    await Promise.all([first, second, command]);
    expect(order).toEqual(['first begins', 'first ends', 'second', 'command']);
  });

  test('opens again after a job that failed', async () => {
    const gate = new ExclusiveGate();
    await expect(gate.hold(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate.open()).resolves.toBeUndefined();
  });
});
