import { runCommand, useCommands } from '#renderer/platform/commands.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import { dealOf, logRequestOf, neighbour, type TodayRow } from './todayModel.ts';

interface TodayKeys {
  readonly rows: readonly TodayRow[];
  readonly selected: string | null;
  /** A dialog of the screen has the keys. */
  readonly blocked: boolean;
  readonly onSelect: (id: string | null) => void;
  /** Left out where tasks are only looked at. */
  readonly onDone?: (task: Task) => void;
  readonly onLater?: (task: Task) => void;
}

/** Everything on the day's list by key: ↑ ↓ choose, Space done, S later, Enter open, L log, R reason. */
export function useTodayKeys({ rows, selected, blocked, onSelect, onDone, onLater }: TodayKeys): void {
  const row = rows.find(({ id }) => id === selected) ?? null;
  const task = row?.type === 'task' ? row.task : null;
  const deal = dealOf(row);
  useCommands([
    {
      id: 'today.next',
      titleKey: 'today.command.next',
      group: 'view',
      keys: 'arrowdown',
      hidden: true,
      run: () => onSelect(neighbour(rows, selected, 1)),
    },
    {
      id: 'today.previous',
      titleKey: 'today.command.previous',
      group: 'view',
      keys: 'arrowup',
      hidden: true,
      run: () => onSelect(neighbour(rows, selected, -1)),
    },
    {
      id: 'today.done',
      titleKey: 'today.command.done',
      group: 'view',
      keys: 'space',
      when: () => task !== null && !blocked && onDone !== undefined,
      run: () => task && onDone?.(task),
    },
    {
      id: 'today.later',
      titleKey: 'today.command.later',
      group: 'view',
      keys: 's',
      when: () => task !== null && !blocked && onLater !== undefined,
      run: () => task && onLater?.(task),
    },
    {
      id: 'today.open',
      titleKey: 'today.command.open',
      group: 'view',
      keys: 'enter',
      when: () => deal !== null && !blocked,
      run: () => deal && go(paths.deal(deal.id)),
    },
    {
      id: 'today.log',
      titleKey: 'today.command.log',
      group: 'view',
      keys: 'l',
      when: () => row !== null && !blocked,
      run: () => runCommand('activity.log', logRequestOf(row)),
    },
    {
      id: 'today.reason',
      titleKey: 'today.command.reason',
      group: 'view',
      keys: 'r',
      when: () => row?.type === 'deal' && !blocked,
      run: () => deal && runCommand('deal.stallReason', { opportunityId: deal.id, name: deal.name }),
    },
  ]);
}
