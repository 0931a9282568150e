import { createHash } from 'node:crypto';

/** Keeps who may talk to the host: links that work once, and the sessions they were swapped for. */
export interface SessionTokens {
  /** A new one-time token (256 bits, base64url) for a link. */
  issue(): string;
  /** Swaps a one-time token for a session token; null when it is unknown or was used before. */
  redeem(token: string): string | null;
  /** Whether the bearer token belongs to a session of this run. */
  isSession(token: string): boolean;
}

/** Links not yet used; older ones are dropped so that a loop of starts cannot grow the set without end. */
const maximumOpenLinks = 64;

const digest = (token: string): string => createHash('sha256').update(token).digest('base64');

/**
 * Makes an empty register. Tokens live in memory only and die with the process. Only digests are compared, so the time a
 * lookup takes says nothing about the token.
 */
export function createSessionTokens(randomBytes: (length: number) => Uint8Array): SessionTokens {
  const links = new Set<string>();
  const sessions = new Set<string>();
  const make = (): string => Buffer.from(randomBytes(32)).toString('base64url');
  return {
    issue() {
      const token = make();
      links.add(digest(token));
      const oldest = links.values().next();
      if (links.size > maximumOpenLinks && !oldest.done) links.delete(oldest.value);
      return token;
    },
    redeem(token) {
      if (!links.delete(digest(token))) return null;
      const session = make();
      sessions.add(digest(session));
      return session;
    },
    isSession: (token) => sessions.has(digest(token)),
  };
}
