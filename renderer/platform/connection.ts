/**
 * How the page reaches its core:
 * - `connecting`: the first attempt is under way;
 * - `connected`: events arrive;
 * - `lost`: the program does not answer; attempts go on by themselves;
 * - `unauthorised`: the link was used before or the program was started anew; only a fresh link helps.
 */
export type Connection = 'connecting' | 'connected' | 'lost' | 'unauthorised';

let current: Connection = 'connecting';
const listeners = new Set<() => void>();

/** The state now; fits React's `useSyncExternalStore` together with `subscribeConnection`. */
export const readConnection = (): Connection => current;

/** Calls the listener after every change of state until the returned function is called. */
export function subscribeConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** For the transports only. */
export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}
