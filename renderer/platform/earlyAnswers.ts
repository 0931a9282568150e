import type { BridgeEnvelope } from '#shared/contract/bridge.ts';
import { currentShell } from './currentTransport.ts';

/** Answers to what the first screen will ask, by operation and input; each is taken once. */
const answers = new Map<string, Promise<BridgeEnvelope>>();

const keyOf = (operation: string, input: unknown): string => `${operation} ${JSON.stringify(input)}`;

/**
 * Asks for what the first screen will need while its code is still being loaded. A change that happens meanwhile makes
 * the answers void, so that a screen never starts with something old.
 */
export function askEarly(questions: readonly (readonly [operation: string, input: unknown])[]): void {
  const { transport } = currentShell();
  const stop = transport.subscribe((event) => {
    if (event.type !== 'changed') return;
    answers.clear();
    stop();
  });
  for (const [operation, input] of questions) {
    const answer = transport.invoke(operation, input);
    // Who asks again hears of the failure; nobody else must.
    answer.catch(() => answers.delete(keyOf(operation, input)));
    answers.set(keyOf(operation, input), answer);
  }
}

/** The answer to a question that was asked early, once; null when it was not. */
export function takeEarlyAnswer(operation: string, input: unknown): Promise<BridgeEnvelope> | null {
  if (answers.size === 0) return null;
  const key = keyOf(operation, input);
  const answer = answers.get(key) ?? null;
  answers.delete(key);
  return answer;
}
