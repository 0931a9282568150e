import { openTabChannel, type TabChannel } from './tabChannel.ts';

/**
 * The session with the browser host. The link's one-time token comes in the address fragment, which browsers never send
 * anywhere; it is swapped once for a session token that lives in this tab's sessionStorage, so that a reload keeps it.
 * A second tab asks the other tabs of this page for a fresh link.
 */
export interface HostSession {
  /** The bearer token, or null when only a fresh link from the program can help. */
  token(): Promise<string | null>;
  /** Forgets a token that the host no longer accepts. */
  drop(token: string): void;
}

const storageKey = 'kongdan.session';
const channelName = 'kongdan.session';
/** A tab in the background may take this long to answer, milliseconds. */
const neighbourPatience = 700;

type Message =
  | { readonly type: 'ask'; readonly id: string }
  | { readonly type: 'link'; readonly id: string; readonly token: string };

/**
 * Reads the token from the address and removes it there at once, before a router can see it or the history keep it.
 * Call once, when the page starts.
 */
export function openHostSession(): HostSession {
  const fromAddress = takeTokenFromAddress();
  const channel = openTabChannel<Message>(channelName);
  let pending: Promise<string | null> | null = null;
  const token = (): Promise<string | null> => {
    const stored = sessionStorage.getItem(storageKey);
    if (stored !== null && pending === null) return Promise.resolve(stored);
    pending ??= establish(channel, fromAddress()).finally(() => {
      pending = null;
    });
    return pending;
  };
  channel.listen((message) => {
    const stored = sessionStorage.getItem(storageKey);
    if (message.type === 'ask' && stored !== null) void answerNeighbour(channel, message.id, stored);
  });
  // A fresh link pasted into this tab changes only the fragment, which does not load the page anew by itself.
  window.addEventListener('hashchange', () => {
    if (new URLSearchParams(location.hash.slice(1)).has('token')) location.reload();
  });
  return {
    token,
    drop(dropped) {
      if (sessionStorage.getItem(storageKey) === dropped) sessionStorage.removeItem(storageKey);
    },
  };
}

/** A link that was followed replaces an older session of this tab: the person asked for it. */
function takeTokenFromAddress(): () => string | null {
  let token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) {
    sessionStorage.removeItem(storageKey);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return () => {
    const taken = token;
    token = null;
    return taken;
  };
}

async function establish(channel: TabChannel<Message>, fromAddress: string | null): Promise<string | null> {
  if (fromAddress !== null) {
    const session = await swap(fromAddress);
    if (session !== null) return session;
  }
  const fromNeighbour = await askNeighbours(channel);
  return fromNeighbour === null ? null : swap(fromNeighbour);
}

async function swap(token: string): Promise<string | null> {
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) return null;
  const { session } = (await answer.json()) as { session: string };
  sessionStorage.setItem(storageKey, session);
  return session;
}

function askNeighbours(channel: TabChannel<Message>): Promise<string | null> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const finish = (token: string | null): void => {
      clearTimeout(timer);
      stop();
      resolve(token);
    };
    const stop = channel.listen((message) => {
      if (message.type === 'link' && message.id === id) finish(message.token);
    });
    const timer = setTimeout(finish, neighbourPatience, null);
    channel.send({ type: 'ask', id });
  });
}

async function answerNeighbour(channel: TabChannel<Message>, id: string, session: string): Promise<void> {
  const answer = await fetch('/api/link', { method: 'POST', headers: { authorization: `Bearer ${session}` } });
  if (!answer.ok) return;
  const { url } = (await answer.json()) as { url: string };
  const token = new URLSearchParams(new URL(url).hash.slice(1)).get('token');
  if (token !== null) channel.send({ type: 'link', id, token });
}
