import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '#electron/core/types.ts';

/** The open event streams of one host: one JSON object per line, an empty line every 15 s as a sign of life. */
export interface EventStreams {
  open(request: IncomingMessage, response: ServerResponse): void;
  endAll(): void;
}

/** A page that stopped reading (a laptop asleep) is cut off here, bytes; it asks anew and refreshes everything. */
const unreadLimit = 4 * 1024 * 1024;
const heartbeat = 15_000;

/** Makes the register of streams; each listens to the core until the page goes away. */
export function createEventStreams(core: Core): EventStreams {
  const open = new Set<ServerResponse>();
  return {
    open(_request, response) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
      const write = (line: string): void => {
        if (response.writableLength > unreadLimit) response.destroy();
        else response.write(`${line}\n`);
      };
      write('');
      open.add(response);
      const unsubscribe = core.subscribe((event) => write(JSON.stringify(event)));
      const beat = setInterval(write, heartbeat, '');
      response.once('close', () => {
        clearInterval(beat);
        unsubscribe();
        open.delete(response);
      });
    },
    endAll() {
      for (const response of open) response.end();
    },
  };
}
