import { changesContract } from '#shared/contract/changes.contract.ts';
import { commandsAnswered, invoke } from './client.ts';
import { showFailure } from './failure.ts';
import { currentT } from './language.ts';
import { dismissToastsOf, showToast } from './toasts.ts';

interface Undoable {
  /** Change transaction that undoing reverses. */
  readonly seq: number;
  readonly label: string;
}

const KIND = 'undo';
const REMEMBERED = 50;
const done: Undoable[] = [];

/** Offers to take back what was just done: a toast for eight seconds, Ctrl Z for as long as the window is open. */
export function offerUndo(seq: number, label: string): void {
  done.push({ seq, label });
  if (done.length > REMEMBERED) done.shift();
  showToast({
    title: label,
    seconds: 8,
    replaces: KIND,
    action: { label: currentT('app.undo.button'), keys: 'mod+z', run: () => void undoLast() },
  });
}

/** Takes back the newest step of this window that was not taken back yet. */
export async function undoLast(): Promise<void> {
  // A moved card shows at its new place before the program has answered: that move is meant, not the step before it.
  await commandsAnswered();
  const step = done.pop();
  dismissToastsOf(KIND);
  if (!step) {
    showToast({ title: currentT('app.undo.nothing'), replaces: KIND });
    return;
  }
  try {
    const answer = await invoke(changesContract.undo, { seq: step.seq });
    if (answer.ok) showToast({ title: currentT('app.undo.done'), detail: step.label, replaces: KIND });
    else showFailure(answer.error);
  } catch {
    done.push(step);
    showFailure({ type: 'connection' });
  }
}

/** Forgets the steps of a workspace that was closed. */
export function forgetUndo(): void {
  done.length = 0;
  dismissToastsOf(KIND);
}
