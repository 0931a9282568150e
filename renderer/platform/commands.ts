import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { TextKey } from '#shared/i18n/catalogues.ts';

/** Something the person can do by key, from the palette or from another feature. */
export interface Command {
  /** `area.verb`, unique: `activity.log`, `pipeline.quickAdd`. */
  readonly id: string;
  readonly titleKey: TextKey;
  /** `go` leads to a screen, `do` works anywhere, `view` only on the screen that registered it. */
  readonly group: 'go' | 'do' | 'view';
  /** Written like `l`, `mod+k`, `shift+a`, `g p` (one after the other), `?`, `space`, `escape`. */
  readonly keys?: string;
  readonly icon?: LucideIcon;
  /** Does nothing and is not listed while this is false. */
  readonly when?: () => boolean;
  /** Not in the palette, though its key works and the help sheet lists it. */
  readonly hidden?: boolean;
  /** `argument` comes from `runCommand` only. */
  readonly run: (argument?: unknown) => void;
}

const store = create<{ readonly commands: readonly Command[] }>(() => ({ commands: [] }));

/** What was asked for before its feature had been loaded; run as soon as it is, unless the person has long gone on. */
let waiting:
  | (({ readonly id: string; readonly argument: unknown } | { readonly keys: string }) & {
      readonly since: number;
    })
  | null = null;
const WAITING_MS = 5000;

function runWaiting(): void {
  const wish = waiting;
  if (!wish) return;
  const command = currentCommands().findLast((one) =>
    'id' in wish ? one.id === wish.id : one.keys === wish.keys && one.group !== 'view',
  );
  if (!command) return;
  waiting = null;
  if (Date.now() - wish.since < WAITING_MS) runCommand(command.id, 'id' in wish ? wish.argument : undefined);
}

/** Adds commands until the returned function is called; of two with the same id the newer wins. */
export function registerCommands(commands: readonly Command[]): () => void {
  store.setState((state) => ({ commands: [...state.commands, ...commands] }));
  if (waiting) setTimeout(runWaiting);
  return () => {
    store.setState((state) => ({ commands: state.commands.filter((command) => !commands.includes(command)) }));
  };
}

/** Registers commands while a component is mounted. The list may be written inline: only its newest version runs. */
export function useCommands(commands: readonly Command[]): void {
  const newest = useRef(commands);
  useEffect(() => {
    newest.current = commands;
  });
  const signature = commands.map(({ id, titleKey, keys }) => `${id} ${titleKey} ${keys ?? ''}`).join('\n');
  useEffect(() => {
    const named = (id: string) => newest.current.find((command) => command.id === id);
    return registerCommands(
      newest.current.map((command) => ({
        ...command,
        when: () => named(command.id)?.when?.() ?? true,
        run: (argument) => named(command.id)?.run(argument),
      })),
    );
    // What runs is always the newest version; only a change of what is listed must register anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [signature]);
}

function visible(commands: readonly Command[]): Command[] {
  const byId = new Map(commands.map((command) => [command.id, command]));
  return [...byId.values()];
}

/** All commands registered now. */
export function currentCommands(): Command[] {
  return visible(store.getState().commands);
}

/** All commands registered now, for a component that lists them. */
export function useRegisteredCommands(): Command[] {
  return visible(store((state) => state.commands));
}

/** Tells whether some feature offers a command, so that no button leads nowhere. */
export function useHasCommand(id: string): boolean {
  return store((state) => state.commands.some((command) => command.id === id));
}

/**
 * Runs a command of any feature: `runCommand('activity.log', { opportunityId })`. False when nobody offers it (yet): a
 * feature that is still being loaded runs it when it arrives, so that no early click is lost.
 */
export function runCommand(id: string, argument?: unknown): boolean {
  const command = currentCommands().findLast((candidate) => candidate.id === id);
  if (!command) {
    waiting = { id, argument, since: Date.now() };
    return false;
  }
  if (command.when?.() === false) return false;
  command.run(argument);
  return true;
}

/**
 * Keeps keys that no command has taken: a feature that is still being loaded runs its command when it arrives. Only what
 * works anywhere counts, for a screen's own command may mean something else by then; null forgets the last keys.
 */
export function keepKeys(keys: string | null): void {
  if (keys !== null) waiting = { keys, since: Date.now() };
  else if (waiting && 'keys' in waiting) waiting = null;
}
