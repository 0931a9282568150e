import { type Answer, invoke } from '#renderer/platform/client.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';

/** Runs a command outside a component. A lost core is the failure `connection` like any other. */
export async function sendCommand<O extends Operation<string, 'command'>>(
  operation: O,
  input: InputOf<O>,
): Promise<Answer<O>> {
  try {
    return await invoke(operation, input);
  } catch {
    return { ok: false, error: { type: 'connection' } } as unknown as Answer<O>;
  }
}

/** Offers to take a command back, where it changed anything. */
export function offerUndoOf(answer: { readonly transaction?: number }, label: string): void {
  if (answer.transaction !== undefined) offerUndo(answer.transaction, label);
}
