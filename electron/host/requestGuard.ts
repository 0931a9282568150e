/** The parts of a request that tell where it comes from. Header values as received, undefined when absent. */
export interface RequestOrigin {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Why a request is turned away; `reason` is the code that the client and the log see. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly reason: 'host' | 'origin' | 'site';
}

/**
 * Decides whether a request may come from our own page or a local program, before anything else looks at it.
 *
 * - `Host` must be exactly our authority: a page on the internet whose name was re-pointed to 127.0.0.1 (DNS rebinding)
 *   still sends its own name, and gets 421.
 * - `Origin`, when present, must be ours: other pages, and other ports of this machine, get 403.
 * - `Sec-Fetch-Site`, which pages cannot forge, must be `same-origin`; `none` (typed, or opened by the system) is let
 *   through only for documents, never for the interface under `/api/`.
 *
 * Programs that are not browsers send neither of the last two; they are held back by the bearer token alone.
 */
export function refuseRequest(request: RequestOrigin, authority: string): Refusal | null {
  if (request.host !== authority) return { status: 421, reason: 'host' };
  if (request.origin !== undefined && request.origin !== `http://${authority}`) {
    return { status: 403, reason: 'origin' };
  }
  const isInterface = request.path.startsWith('/api/');
  const siteIsFine =
    request.fetchSite === undefined ||
    request.fetchSite === 'same-origin' ||
    (request.fetchSite === 'none' && !isInterface && request.method === 'GET');
  return siteIsFine ? null : { status: 403, reason: 'site' };
}
