import { timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Core, Session } from '#electron/core/types.ts';
import { createEventStreams } from './eventStreams.ts';
import { readJsonBody } from './readBody.ts';
import { receiveUpload } from './receiveUpload.ts';
import { createRendererFiles } from './rendererFiles.ts';
import { sendLentFile } from './sendLentFile.ts';
import { refuseRequest } from './requestGuard.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { SessionTokens } from './sessionTokens.ts';

/** Everything the routes work with. */
export interface RouteParts {
  readonly core: Core;
  readonly tokens: SessionTokens;
  /** `127.0.0.1:PORT`. */
  readonly authority: string;
  readonly link: () => string;
  readonly secret: string;
  readonly rendererFolder: string;
  readonly uploadsFolder: string;
  readonly uploadLimit: number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly askStop: () => void;
}

/** Answers requests. */
export interface HostRoutes {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends the event streams, for the host's end. */
  endStreams(): void;
}

type Access = 'open' | 'session' | 'control';
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
interface Route {
  readonly method: 'GET' | 'POST';
  readonly access: Access;
  readonly run: Handler;
}

/** Larger calls are files and belong into an upload. Bytes. */
const callLimit = 16 * 1024 * 1024;

const callSchema = z.object({ operation: z.string().max(200), input: z.unknown() });
const tokenSchema = z.object({ token: z.string().max(200) });
const fileSchema = z.object({ path: z.string().min(1), name: z.string().optional() });

/** Builds the table of routes of one host. */
export function createHostRoutes(parts: RouteParts): HostRoutes {
  const files = createRendererFiles(parts.rendererFolder);
  const streams = createEventStreams(parts.core);
  const routes: Readonly<Record<string, Route>> = {
    '/api/session': { method: 'POST', access: 'open', run: swapToken(parts) },
    '/api/link': {
      method: 'POST',
      access: 'session',
      run: (_request, response) => send(response, 200, { url: parts.link() }),
    },
    '/api/invoke': { method: 'POST', access: 'session', run: invoke(parts, { door: 'screen' }) },
    '/api/events': { method: 'GET', access: 'session', run: (request, response) => streams.open(request, response) },
    '/api/file': { method: 'GET', access: 'session', run: lentFile(parts) },
    '/api/upload': { method: 'POST', access: 'session', run: upload(parts) },
    '/api/control/link': {
      method: 'POST',
      access: 'control',
      run: (_request, response) => send(response, 200, { url: parts.link() }),
    },
    '/api/control/invoke': { method: 'POST', access: 'control', run: invoke(parts, { door: 'cli' }) },
    '/api/control/file': { method: 'POST', access: 'control', run: registerFile(parts) },
    '/api/control/stop': { method: 'POST', access: 'control', run: stop(parts) },
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const path = pathOf(request.url ?? '/');
    const refusal = refuseRequest(originOf(request, path), parts.authority);
    if (refusal !== null) return fail(response, refusal.status, { type: 'forbidden', reason: refusal.reason });
    if (!path.startsWith('/api/')) return sendFile(request, response, files.find(path));
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return fail(response, 404, { type: 'forbidden', reason: 'address' });
    if (request.method !== route.method) return fail(response, 405, { type: 'forbidden', reason: 'method' });
    if (!mayUse(parts, route.access, request)) return fail(response, 401, { type: 'forbidden', reason: 'session' });
    await route.run(request, response);
  };
  return {
    endStreams: () => streams.endAll(),
    async handle(request, response) {
      try {
        await handle(request, response);
      } catch {
        // The browser went away, or a file vanished between the list and the read: there is nobody left to tell.
        if (response.headersSent) response.destroy();
        else fail(response, 500, { type: 'internal', reference: 'host' });
      }
    },
  };
}

const swapToken =
  (parts: RouteParts): Handler =>
  async (request, response) => {
    const body = await readJsonBody(request, 1024);
    const parsed = body.ok ? tokenSchema.safeParse(body.value) : null;
    const session = parsed?.success === true ? parts.tokens.redeem(parsed.data.token) : null;
    if (session === null) fail(response, 401, { type: 'forbidden', reason: 'token' });
    else send(response, 200, { session });
  };

const invoke =
  (parts: RouteParts, session: Session): Handler =>
  async (request, response) => {
    const body = await readJsonBody(request, callLimit);
    const parsed = body.ok ? callSchema.safeParse(body.value) : null;
    if (parsed?.success === true) {
      send(response, 200, await parts.core.invoke(parsed.data.operation, parsed.data.input, session));
      return;
    }
    const message = body.ok ? 'shape' : body.error;
    const status = message === 'tooLarge' ? 413 : 400;
    fail(response, status, { type: 'invalidInput', issues: [{ path: '', message }] });
  };

const upload =
  (parts: RouteParts): Handler =>
  async (request, response) => {
    const received = await receiveUpload(request, {
      folder: parts.uploadsFolder,
      fileName: Buffer.from(parts.randomBytes(16)).toString('hex'),
      limit: parts.uploadLimit,
      name: decoded(request.headers['x-kongdan-name']),
    });
    if (received.ok) {
      const { path, name, size } = received.value;
      send(response, 200, { ok: true, value: { handle: parts.core.registerFile(path, name, true), name, size } });
    } else fail(response, received.error.type === 'tooLarge' ? 413 : 400, received.error);
  };

/** The content of a document that was opened with `document.open`; the handle is the only way to name one. */
const lentFile =
  (parts: RouteParts): Handler =>
  async (request, response) => {
    const handle = new URLSearchParams(request.url?.split('?')[1]).get('handle') ?? '';
    const file = parts.core.lentFile(handle);
    if (file === null || !(await sendLentFile(response, file)))
      fail(response, 404, { type: 'forbidden', reason: 'address' });
  };

const registerFile =
  (parts: RouteParts): Handler =>
  async (request, response) => {
    const body = await readJsonBody(request, 65_536);
    const parsed = body.ok ? fileSchema.safeParse(body.value) : null;
    if (parsed?.success !== true) return fail(response, 400, { type: 'invalidInput', issues: [] });
    const name = parsed.data.name ?? basename(parsed.data.path);
    return send(response, 200, { handle: parts.core.registerFile(parsed.data.path, name) });
  };

const stop =
  (parts: RouteParts): Handler =>
  (_request, response) => {
    response.once('finish', parts.askStop);
    send(response, 200, {});
  };

function mayUse(parts: RouteParts, access: Access, request: IncomingMessage): boolean {
  if (access === 'open') return true;
  const header = request.headers.authorization ?? '';
  if (access === 'session') return header.startsWith('Bearer ') && parts.tokens.isSession(header.slice(7));
  const given = Buffer.from(header);
  const wanted = Buffer.from(`Control ${parts.secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function originOf(request: IncomingMessage, path: string): Parameters<typeof refuseRequest>[0] {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const fetchSite = Array.isArray(site) ? site.join() : site;
  return { method: request.method ?? '', path, host, origin, fetchSite };
}

/** The address without its query, percent signs resolved once; an address that cannot be read leads nowhere. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    return '/api/unreadable';
  }
}

function decoded(header: string | string[] | undefined): string {
  const text = Array.isArray(header) ? header.join() : (header ?? '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  found: ReturnType<ReturnType<typeof createRendererFiles>['find']>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return fail(response, 405, { type: 'forbidden', reason: 'method' });
  }
  if (found === null) return fail(response, 404, { type: 'forbidden', reason: 'address' });
  response.setHeader('content-type', found.mediaType);
  response.setHeader('cache-control', found.immutable ? 'public, max-age=31536000, immutable' : 'no-store');
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.file), response);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}

function fail(
  response: ServerResponse,
  status: number,
  error: { readonly type: string } & Record<string, unknown>,
): void {
  // What is left of a refused body would otherwise be read as the next request.
  if (status === 413) response.setHeader('connection', 'close');
  send(response, status, { ok: false, error });
}
