import type { BridgeEnvelope, PickedFile } from '#shared/contract/bridge.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { setConnection, subscribeConnection } from './connection.ts';
import { listenToHost } from './hostEvents.ts';
import { openHostSession } from './hostSession.ts';
import type { Transport } from './transport.ts';

/** The way to the core through the browser host; also carries files up. */
export interface HostTransport extends Transport {
  /** Sends a file's bytes; the host keeps them until it ends. Rejects with the host's code when it refuses. */
  upload(file: File): Promise<PickedFile>;
  /** Fetches the bytes of a lent file; null when the host does not lend it (any more). */
  download(handle: string): Promise<Blob | null>;
}

/** Connects to the host that served the page and keeps listening to its events. Call once. */
export function createHostTransport(): HostTransport {
  const session = openHostSession();
  const listeners = new Set<(event: CoreEvent) => void>();
  const send = async (
    path: string,
    request: { readonly method: 'GET' | 'POST'; readonly headers?: Record<string, string>; readonly body?: BodyInit },
  ): Promise<Response> => {
    for (let attempt = 0; ; attempt += 1) {
      const token = await session.token();
      if (token === null) {
        setConnection('unauthorised');
        throw new HostUnreachable('unauthorised');
      }
      const answer = await fetch(path, {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
      });
      if (answer.status !== 401 || attempt > 0) return answer;
      // Another tab may hold a session of the program's present run.
      session.drop(token);
    }
  };
  let hasAsked = false;
  const mayAsk = listening().then(() => (hasAsked = true));
  const post = (path: string, headers: Record<string, string>, body: BodyInit): Promise<Response> =>
    send(path, { method: 'POST', headers, body });
  listenToHost(session, {
    hasAsked: () => hasAsked,
    event: (event) => {
      for (const listener of listeners) listener(event);
    },
    connection: setConnection,
  });
  return {
    async invoke(operation, input) {
      await mayAsk;
      const body = JSON.stringify({ operation, input });
      const answer = await post('/api/invoke', { 'content-type': 'application/json' }, body);
      return (await answer.json()) as BridgeEnvelope;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async upload(file) {
      const headers = { 'content-type': 'application/octet-stream', 'x-kongdan-name': encodeURIComponent(file.name) };
      const answer = (await (await post('/api/upload', headers, file)).json()) as BridgeEnvelope;
      if (!answer.ok) throw new HostUnreachable(answer.error.type);
      return answer.value as PickedFile;
    },
    async download(handle) {
      const answer = await send(`/api/file?handle=${encodeURIComponent(handle)}`, { method: 'GET' });
      return answer.ok ? answer.blob() : null;
    },
  };
}

/** Longer than this the first question does not wait for the events, milliseconds. */
const LISTENING_PATIENCE = 250;

/** Resolves when events are heard, so that the first answers cannot miss a change; soon in any case. */
function listening(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, LISTENING_PATIENCE);
    const stop = subscribeConnection(finish);
  });
}

/** The host did not take a request; `code` says why. */
export class HostUnreachable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The host did not take the request: ${code}`);
    this.code = code;
  }
}
