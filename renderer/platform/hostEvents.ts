import type { CoreEvent } from '#shared/contract/operation.ts';
import type { Connection } from './connection.ts';
import type { HostSession } from './hostSession.ts';
import { openTabChannel } from './tabChannel.ts';
import { everythingChanged } from './transport.ts';

type Message = { readonly event: CoreEvent } | { readonly connection: Connection } | { readonly asks: true };

/** Waits between attempts, milliseconds; the last one repeats. */
const waits = [250, 500, 1000, 2000, 5000];
/** The host gives a sign of life every 15 s; without any for this long the stream is dead, milliseconds. */
const longestSilence = 40_000;

/**
 * Listens to the host's events for as long as the page lives. A browser allows six connections to one address, so of all
 * tabs only one, which holds the lock, keeps the stream open and passes the events on; when it closes, another follows.
 */
export function listenToHost(
  session: HostSession,
  say: {
    readonly event: (event: CoreEvent) => void;
    readonly connection: (state: Connection) => void;
    /** Whether this tab has asked the core for anything yet. */
    readonly hasAsked: () => boolean;
  },
): void {
  const channel = openTabChannel<Message>('kongdan.events');
  let leads = false;
  let state: Connection = 'connecting';
  channel.listen((data) => {
    if ('asks' in data) {
      if (leads) channel.send({ connection: state });
    } else if ('event' in data) say.event(data.event);
    else say.connection(data.connection);
  });
  const tell = {
    hasAsked: say.hasAsked,
    event(event: CoreEvent) {
      channel.send({ event });
      say.event(event);
    },
    connection(next: Connection) {
      state = next;
      channel.send({ connection: next });
      say.connection(next);
    },
  };
  channel.send({ asks: true });
  void navigator.locks.request('kongdan.events', async () => {
    leads = true;
    await keepStream(session, tell);
  });
}

async function keepStream(session: HostSession, tell: Parameters<typeof listenToHost>[1]): Promise<never> {
  let connectedBefore = false;
  for (let failures = 0; ; failures += 1) {
    const outcome = await followStream(
      session,
      (event) => tell.event(event),
      () => {
        failures = 0;
        tell.connection('connected');
        // A tab that takes over, or comes back, cannot know what happened meanwhile. One that has just started knows.
        if (tell.hasAsked()) tell.event(everythingChanged);
        connectedBefore = true;
      },
    );
    if (outcome === 'unauthorised') tell.connection('unauthorised');
    else if (connectedBefore || failures > 0) tell.connection('lost');
    await new Promise((resolve) => setTimeout(resolve, waits[Math.min(failures, waits.length - 1)]));
  }
}

async function followStream(
  session: HostSession,
  onEvent: (event: CoreEvent) => void,
  onOpen: () => void,
): Promise<'ended' | 'unauthorised'> {
  const abort = new AbortController();
  let watch = setTimeout(() => abort.abort(), longestSilence);
  try {
    const token = await session.token();
    if (token === null) return 'unauthorised';
    const answer = await fetch('/api/events', { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
    if (answer.status === 401) {
      session.drop(token);
      return 'unauthorised';
    }
    if (!answer.ok || answer.body === null) return 'ended';
    onOpen();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'ended';
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), longestSilence);
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') onEvent(JSON.parse(line) as CoreEvent);
    }
  } catch {
    return 'ended';
  } finally {
    clearTimeout(watch);
    abort.abort();
  }
}
