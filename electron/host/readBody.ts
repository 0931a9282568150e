import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** Why a request's body could not be read as JSON. */
export type BodyError = 'tooLarge' | 'notJson' | 'aborted';

/**
 * Reads a request's body as JSON. At most `limit` bytes are held in memory; a larger body is refused as soon as it is
 * seen to be larger. An empty body is not JSON.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Result<unknown, BodyError>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return err('tooLarge');
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > limit) return err('tooLarge');
      parts.push(part);
    }
  } catch {
    return err('aborted');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return ok(JSON.parse(text) as unknown);
  } catch {
    return err('notJson');
  }
}
