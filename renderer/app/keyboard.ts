import { type Command, currentCommands, keepKeys } from '#renderer/platform/commands.ts';
import { keyOf } from './keys.ts';

/** How long after the first key of a pair (`g p`) the second may come, milliseconds. */
const PAIR_PATIENCE = 1200;

/** Listens to the keys of all registered commands until the returned function is called. */
export function startKeyboard(): () => void {
  let first: { readonly key: string; readonly at: number } | null = null;
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    if (key === '') return;
    const plain = !key.startsWith('mod+');
    if (isTyping(event.target) && (plain || key === 'mod+z')) return;
    if (plain && isDialogOpen()) return;
    keepKeys(null);
    const pair = first && event.timeStamp - first.at < PAIR_PATIENCE ? `${first.key} ${key}` : null;
    first = null;
    const commands = currentCommands().filter((command) => command.when?.() !== false);
    const command = (pair && matching(commands, pair)) || matching(commands, key);
    if (command) {
      event.preventDefault();
      command.run();
    } else if (commands.some(({ keys }) => keys?.startsWith(`${key} `))) {
      first = { key, at: event.timeStamp };
    } else if (!currentCommands().some(({ keys }) => keys === key || keys === pair)) {
      keepKeys(pair ?? key);
    }
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/** The screen's own commands come before those of the whole program. */
function matching(commands: readonly Command[], keys: string): Command | undefined {
  const named = commands.filter((command) => command.keys === keys);
  return named.findLast(({ group }) => group === 'view') ?? named.at(-1);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some(
    (dialog) => dialog instanceof HTMLElement && dialog.checkVisibility(),
  );
}
