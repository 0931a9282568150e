import type { CoreEvent, ErrorOf, InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';
import type { Result } from '#shared/lib/result.ts';
import { currentShell } from './currentTransport.ts';
import { takeEarlyAnswer } from './earlyAnswers.ts';

/** What a call answers: the value or a known failure, and for commands the change transaction (for undo). */
export type Answer<O extends Operation> = Result<OutputOf<O>, ErrorOf<O>> & { readonly transaction?: number };

/**
 * Calls one operation of the core, whichever shell shows the page. Expected failures are values; the promise rejects
 * only when the program cannot be reached (see `connection.ts`).
 */
export async function invoke<O extends Operation>(operation: O, input: InputOf<O>): Promise<Answer<O>> {
  const early = takeEarlyAnswer(operation.name, input);
  const answer = early ?? currentShell().transport.invoke(operation.name, input);
  if (operation.kind === 'command') {
    underWay.add(answer);
    const over = (): void => void underWay.delete(answer);
    answer.then(over, over);
  }
  return (await answer) as Answer<O>;
}

const underWay = new Set<Promise<unknown>>();
/** What takes longer is a job of its own, which nobody means when they take back what they just did; milliseconds. */
const PATIENCE_MS = 3000;

/** Resolves when the commands that are under way have been answered, and whoever sent them has heard so. */
export async function commandsAnswered(): Promise<void> {
  if (underWay.size === 0) return;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled(underWay), patience]);
  await new Promise((resolve) => setTimeout(resolve));
}

/**
 * Calls the listener for every event of the core until the returned function is called. After a gap in the connection
 * one event names every topic.
 */
export function subscribe(listener: (event: CoreEvent) => void): () => void {
  return currentShell().transport.subscribe(listener);
}
