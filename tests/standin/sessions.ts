import { EventEmitter } from 'node:events';
import type { DevTools } from './devtools.ts';

type Handle = (request: Request) => Response | Promise<Response>;

/** Chromium cannot be taught a scheme from outside: `app://name/…` is shown as `https://name.app.standin.invalid/…`. */
const suffix = '.app.standin.invalid';

/** The address that Chromium sees for one of the program. */
export function toChromium(address: string): string {
  const url = new URL(address);
  if (url.protocol !== 'app:') return address;
  const host = /^app:\/\/([^/]*)/.exec(address)?.[1] ?? '';
  return `https://${host}${suffix}${address.slice(`app://${host}`.length) || '/'}`;
}

/** The address that the program sees for one of Chromium's. */
export function fromChromium(address: string): string {
  const match = /^https:\/\/([^/]*)\.app\.standin\.invalid(.*)$/.exec(address);
  return match === null ? address : `app://${match[1]}${match[2]}`;
}

/** Electron's session: what the program decided about requests and permissions. */
export class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, Handle>();
  readonly protocol = {
    handle: (scheme: string, run: Handle): void => void this.handlers.set(scheme, run),
    unhandle: (scheme: string): void => void this.handlers.delete(scheme),
    isProtocolHandled: (scheme: string): boolean => this.handlers.has(scheme),
  };
  permissionRequestHandler: unknown = null;
  permissionCheckHandler: unknown = null;
  devicePermissionHandler: unknown = null;

  setPermissionRequestHandler(handler: unknown): void {
    this.permissionRequestHandler = handler;
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.permissionCheckHandler = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.devicePermissionHandler = handler;
  }
}

export const session = { defaultSession: new StandInSession() };

/** Schemes that were declared before `ready`; Electron refuses later ones. */
export const protocol = {
  registered: [] as unknown[],
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    protocol.registered.push(...schemes);
  },
  handle: session.defaultSession.protocol.handle,
};

/** What a paused request carries. */
export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
}

/**
 * Answers requests to the program's own scheme, for all windows and workers. `mayNavigate` is asked for documents from
 * elsewhere; those it refuses are aborted and the page stays.
 */
export async function serveRequests(
  devtools: DevTools,
  mayNavigate: (paused: PausedRequest) => boolean,
): Promise<void> {
  devtools.on('Fetch.requestPaused', (paused: PausedRequest) => {
    void answer(devtools, paused, mayNavigate).catch(() => {
      // The window was closed while its request was under way.
    });
  });
  await devtools.send('Fetch.enable', {
    patterns: [{ urlPattern: `https://*${suffix}/*` }, { urlPattern: '*', resourceType: 'Document' }],
  });
}

async function answer(
  devtools: DevTools,
  paused: PausedRequest,
  mayNavigate: (paused: PausedRequest) => boolean,
): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const address = fromChromium(request.url);
  if (resourceType === 'Document' && !mayNavigate(paused)) {
    await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  if (!address.startsWith('app:')) {
    await devtools.send('Fetch.continueRequest', { requestId });
    return;
  }
  const handle = session.defaultSession.handlers.get('app');
  if (handle === undefined) {
    await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const { method, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? undefined : request.postData;
  const response = await handle(new Request(address, { method, headers, body }));
  await devtools.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}
