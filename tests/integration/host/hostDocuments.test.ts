import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '#electron/host/sendLentFile.ts';
import { send, startTestHost, type TestHost } from './hostInProcess.ts';

let test: TestHost;
let token: string;
beforeAll(async () => {
  test = await startTestHost();
  token = await test.signIn();
  await call('workspace.create', { name: '文件', kind: 'empty', personName: '林悦' });
});
afterAll(() => test.close());

async function call(operation: string, input: unknown): Promise<Record<string, unknown>> {
  const answer = await send(test.host, {
    method: 'POST',
    path: '/api/invoke',
    token,
    body: JSON.stringify({ operation, input }),
  });
  const envelope = JSON.parse(answer.body) as { ok: boolean; value: Record<string, unknown>; error: unknown };
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
  return envelope.value;
}

/** Uploads a file, attaches it to a new account and opens it; answers the handle. */
async function lend(name: string, content: string): Promise<string> {
  const uploaded = await send(test.host, {
    method: 'POST',
    path: '/api/upload',
    token,
    body: content,
    headers: { 'x-kongdan-name': encodeURIComponent(name) },
  });
  const { handle } = (JSON.parse(uploaded.body) as { value: { handle: string } }).value;
  const { id: accountId } = await call('account.create', { fields: { name: `客户${handle}` } });
  const attached = await call('document.attach', { files: [handle], target: { entity: 'account', id: accountId } });
  const [document] = attached['documents'] as { id: string }[];
  return String((await call('document.open', { id: document?.id }))['handle']);
}
const address = (handle: string) => `/api/file?handle=${encodeURIComponent(handle)}`;

describe('an attached file that is fetched', () => {
  it('comes whole, as something to save, and never as a page', async () => {
    const handle = await lend('报价 "v2".html', '<script>alert(1)</script>');
    const answer = await send(test.host, { path: address(handle), token });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('<script>alert(1)</script>');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '25',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(answer.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('报价 v2.html')}`);
  });

  it('needs the session’s token, our host name and our page', async () => {
    const handle = await lend('a.txt', 'secret');
    const path = address(handle);
    const own = `http://127.0.0.1:${test.host.port}`;
    const refused = await Promise.all([
      send(test.host, { path }),
      send(test.host, { path, token: 'nonsense' }),
      send(test.host, { path: `${path}&token=${token}` }),
      send(test.host, { path, token, headers: { host: 'kongdan.example' } }),
      send(test.host, { path, token, headers: { origin: 'https://example.invalid' } }),
      send(test.host, { path, token, headers: { 'sec-fetch-site': 'cross-site' } }),
      send(test.host, { path, token, headers: { 'sec-fetch-site': 'none' } }),
      send(test.host, { method: 'POST', path, token }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 421, 403, 403, 403, 405]);
    for (const { body } of refused) expect(body).not.toContain('secret');
    const answer = await send(test.host, { path, token, headers: { origin: own, 'sec-fetch-site': 'same-origin' } });
    expect(answer.body).toBe('secret');
  });

  it.each(['', 'lent-unknown', '../../secret.txt', '/etc/passwd', '%00', 'file-x', '__proto__'])(
    'is named by a lent handle only, not by "%s"',
    async (handle) => {
      for (const path of [address(handle), `/api/file/${handle}`, `/api/file?path=${handle}`]) {
        const answer = await send(test.host, { path, token });
        expect(answer.status).toBe(404);
        expect(answer.body).not.toContain('root:');
      }
    },
  );

  it('is kept once: what was uploaded for it is gone as soon as it is attached', async () => {
    await lend('c.txt', 'once');
    expect(readdirSync(join(test.userDataFolder, 'uploads'))).toEqual([]);
  });

  it('is not found when its content goes away between opening and fetching', async () => {
    const handle = await lend('b.txt', 'gone');
    rmSync(test.host.core.lentFile(handle)?.path ?? '');
    expect((await send(test.host, { path: address(handle), token })).status).toBe(404);
  });
});

it('cannot be made to write other headers by its name', () => {
  const header = contentDisposition('a"\r\nSet-Cookie: x=1; "b.pdf\ud800');
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.match(/"/g)).toHaveLength(2);
  expect(contentDisposition("it's (1).pdf")).toBe(
    `attachment; filename="it_s (1).pdf"; filename*=UTF-8''it%27s%20%281%29.pdf`,
  );
});
