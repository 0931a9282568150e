import { describe, expect, test, vi } from 'vitest';
import { keepKeys, registerCommands, runCommand } from '#renderer/platform/commands.ts';

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

  test('whose key was pressed before its feature has been loaded runs when the feature arrives', () => {
    vi.useFakeTimers();
    const [run, other] = [vi.fn(), vi.fn()];
    keepKeys('l');
    const remove = registerCommands([
      { ...command('other.bird', other), keys: 'k' },
      { ...command('early.bird', run), keys: 'l' },
    ]);
    vi.runAllTimers();
    expect(run).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
    remove();
    vi.useRealTimers();
  });

  test('of one screen does not run for a key that was pressed on another', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    keepKeys('l');
    const remove = registerCommands([{ ...command('view.bird', run), group: 'view', keys: 'l' }]);
    vi.runAllTimers();
    expect(run).not.toHaveBeenCalled();
    remove();
    vi.useRealTimers();
  });

  test('whose key was followed by another key stays undone', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    keepKeys('l');
    keepKeys(null);
    const remove = registerCommands([{ ...command('early.bird', run), keys: 'l' }]);
    vi.runAllTimers();
    expect(run).not.toHaveBeenCalled();
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
