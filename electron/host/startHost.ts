import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Core } from '#electron/core/types.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { findRunningHost } from './askRunningHost.ts';
import { createHostRoutes } from './hostRoutes.ts';
import { claimInstance, dropStaleInstance, readInstance, type Claim } from './instanceFile.ts';
import { nodeHttp } from './nodeHttp.ts';
import { createSessionTokens } from './sessionTokens.ts';

/** What a host needs; nothing is taken from the environment. */
export interface HostOptions {
  /** Made only once the folder is ours, so that a second start never touches the workspace. */
  readonly openCore: () => Promise<Core>;
  readonly userDataFolder: string;
  /** The built page, `out/renderer`. */
  readonly rendererFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly pid: number;
  /** Largest file that may be handed in, bytes; 1 GiB unless told. */
  readonly uploadLimit?: number;
}

/** A host that listens. */
export interface Host {
  readonly port: number;
  readonly core: Core;
  /** A fresh link `http://127.0.0.1:PORT/#token=…` that opens the page once. */
  link(): string;
  /** Resolves when somebody asked the host to stop over the loopback. */
  readonly stopAsked: Promise<void>;
  /** Ends streams, server and core, and removes handed-in files. Safe to call twice. */
  close(): Promise<void>;
}

/** Why no host was started. `running` carries a fresh link to the one that runs already. */
export type HostError =
  | { readonly type: 'running'; readonly url: string; readonly pid: number }
  /** The other host's process is alive but does not answer. */
  | { readonly type: 'unresponsive'; readonly pid: number }
  | { readonly type: 'portTaken'; readonly port: number }
  | { readonly type: 'portForbidden'; readonly port: number }
  | { readonly type: 'folderNotWritable'; readonly path: string; readonly code: string };

/**
 * Starts the loopback host, at most one per user data folder. Listens on 127.0.0.1 only. Expected failures come as
 * values and leave nothing behind.
 */
export async function startHost(options: HostOptions): Promise<Result<Host, HostError>> {
  const claimed = await claimOrFind(options);
  if (!claimed.ok) return claimed;
  const claim = claimed.value;
  const uploads = join(options.userDataFolder, 'uploads');
  // Nobody else serves this folder, so whatever lies there was left by a host that was killed.
  await rm(uploads, { recursive: true, force: true });
  const server = nodeHttp.createServer({ requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 30_000 });
  const listening = await listen(server, options.port);
  if (!listening.ok) {
    claim.release();
    return listening;
  }
  const port = listening.value;
  try {
    const core = await options.openCore();
    const host = assemble(options, { server, port, core, claim, uploads });
    claim.publish(port);
    return ok(host);
  } catch (error) {
    server.close();
    claim.release();
    throw error;
  }
}

function assemble(
  options: HostOptions,
  parts: { server: Server; port: number; core: Core; claim: Claim; uploads: string },
): Host {
  const { server, port, core, claim, uploads } = parts;
  const authority = `127.0.0.1:${port}`;
  const tokens = createSessionTokens(options.randomBytes);
  const link = (): string => `http://${authority}/#token=${tokens.issue()}`;
  const stop = Promise.withResolvers<void>();
  const routes = createHostRoutes({
    core,
    tokens,
    authority,
    link,
    secret: claim.secret,
    rendererFolder: options.rendererFolder,
    uploadsFolder: uploads,
    uploadLimit: options.uploadLimit ?? 1024 ** 3,
    randomBytes: options.randomBytes,
    askStop: stop.resolve,
  });
  server.on('request', (request, response) => void routes.handle(request, response));
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    routes.endStreams();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await core.close();
    await rm(uploads, { recursive: true, force: true });
    claim.release();
  };
  return { port, core, link, stopAsked: stop.promise, close: () => (closing ??= close()) };
}

async function claimOrFind(options: HostOptions): Promise<Result<Claim, HostError>> {
  const { userDataFolder, pid } = options;
  try {
    for (let attempt = 0; ; attempt += 1) {
      const claim = claimInstance(userDataFolder, { pid, startedAt: options.now(), randomBytes: options.randomBytes });
      if (claim !== null) return ok(claim);
      const before = readInstance(userDataFolder);
      const found = await findRunningHost(userDataFolder, options.now);
      if (found.type === 'running') return err({ type: 'running', url: found.url, pid: found.instance.pid });
      if (found.type === 'unresponsive') return err(found);
      // Tried often and the file is still there: a folder that cannot be cleaned is one that cannot be written.
      if (attempt === 5) return err({ type: 'folderNotWritable', path: userDataFolder, code: 'EEXIST' });
      dropStaleInstance(userDataFolder, before, `${pid}-${attempt}`);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return err({ type: 'folderNotWritable', path: userDataFolder, code });
  }
}

function listen(server: Server, port: number): Promise<Result<number, HostError>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(err({ type: 'portTaken', port }));
      else if (error.code === 'EACCES') resolve(err({ type: 'portForbidden', port }));
      else reject(error);
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
