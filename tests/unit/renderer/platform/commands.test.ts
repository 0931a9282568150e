import { describe, expect, test, vi } from 'vitest';
import { registerCommands, runCommand } from '#renderer/platform/commands.ts';

const command = (id: string, run: (argument?: unknown) => void) =>
  ({ id, titleKey: 'activities.log.command', group: 'do', run }) as const;

describe('a command', () => {
  test('asked for before its feature has been loaded runs when the feature arrives', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    expect(runCommand('early.bird', { id: 7 })).toBe(false);
    const remove = registerCommands([command('early.bird', run)]);
    vi.runAllTimers();
    expect(run).toHaveBeenCalledExactlyOnceWith({ id: 7 });
    remove();
    vi.useRealTimers();
  });

  test('asked for long ago stays undone', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    runCommand('late.bird');
    vi.advanceTimersByTime(6000);
    const remove = registerCommands([command('late.bird', run)]);
    vi.runAllTimers();
    expect(run).not.toHaveBeenCalled();
    remove();
    vi.useRealTimers();
  });
});
