import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startTestHost, type TestHost } from './hostInProcess.ts';

let test: TestHost;
let token: string;
beforeAll(async () => {
  test = await startTestHost();
  token = await test.signIn();
});
afterAll(() => test.close());

const call = (operation: string, input: unknown) => JSON.stringify({ operation, input });
const status = call('workspace.status', {});
const invoke = (body: string | Buffer) => send(test.host, { method: 'POST', path: '/api/invoke', token, body });
const site = (value: string) => ({ headers: { 'sec-fetch-site': value } });

describe('who may ask', () => {
  it('listens on the loopback address only', async () => {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: test.host.port });
      socket.on('connect', () => {
        socket.destroy();
        resolve('connected');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(outcome).toBe('ECONNREFUSED');
  });

  it.each(['localhost', 'kongdan.example', '127.0.0.1', '127.0.0.1:1'])(
    'answers 421 to the host name "%s", also for documents',
    async (name) => {
      for (const path of ['/', '/api/invoke']) {
        const answer = await send(test.host, { path, headers: { host: name } });
        expect(answer.status).toBe(421);
      }
    },
  );

  it('refuses pages of other origins, other ports of this machine among them', async () => {
    const other = { method: 'POST', path: '/api/invoke', token, body: status };
    for (const origin of ['https://example.invalid', `http://127.0.0.1:${test.host.port + 1}`, 'null']) {
      expect((await send(test.host, { ...other, headers: { origin } })).status).toBe(403);
    }
    const own = { origin: `http://127.0.0.1:${test.host.port}` };
    expect((await send(test.host, { ...other, headers: own })).status).toBe(200);
  });

  it('refuses what the browser says comes from another site, and lets a typed address open the document', async () => {
    for (const value of ['cross-site', 'same-site']) {
      expect((await send(test.host, { path: '/', ...site(value) })).status).toBe(403);
    }
    expect((await send(test.host, { path: '/', ...site('none') })).status).toBe(200);
    const asked = { method: 'POST', path: '/api/invoke', token, body: status };
    expect((await send(test.host, { ...asked, ...site('none') })).status).toBe(403);
    expect((await send(test.host, { ...asked, ...site('same-origin') })).status).toBe(200);
  });

  it.each([
    ['POST', '/api/invoke'],
    ['GET', '/api/events'],
    ['POST', '/api/upload'],
    ['GET', '/api/file?handle=x'],
    ['POST', '/api/link'],
    ['POST', '/api/control/link'],
    ['POST', '/api/control/invoke'],
    ['POST', '/api/control/file'],
    ['POST', '/api/control/stop'],
  ])('answers 401 to %s %s without a token, with a wrong one and with one of another kind', async (method, path) => {
    const wrong = ['', 'Bearer ', 'Bearer nonsense', 'Control nonsense', 'Basic eDp5'];
    if (path.startsWith('/api/control/')) wrong.push(`Bearer ${token}`);
    else wrong.push(`Control ${token}`);
    for (const authorization of wrong) {
      const headers: Record<string, string> = authorization === '' ? {} : { authorization };
      expect((await send(test.host, { method, path, headers, body: '{}' })).status).toBe(401);
    }
  });

  it('takes a link once', async () => {
    const body = JSON.stringify({ token: new URL(test.host.link()).hash.slice('#token='.length) });
    expect((await send(test.host, { method: 'POST', path: '/api/session', body })).status).toBe(200);
    expect((await send(test.host, { method: 'POST', path: '/api/session', body })).status).toBe(401);
  });

  it('does not take a session token for a link, nor a link for a session', async () => {
    const body = JSON.stringify({ token });
    expect((await send(test.host, { method: 'POST', path: '/api/session', body })).status).toBe(401);
    const link = new URL(test.host.link()).hash.slice('#token='.length);
    const answer = await send(test.host, { method: 'POST', path: '/api/invoke', token: link, body: status });
    expect(answer.status).toBe(401);
  });
});

describe('what is sent', () => {
  it('sends the strict headers with every answer', async () => {
    for (const path of ['/', '/assets/main-1a2b.js', '/missing.js', '/api/invoke', '/api/none']) {
      const { headers } = await send(test.host, { path });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/main-1a2b.js%00.html',
    '/%zz.js',
  ])('finds nothing outside the page at %s', async (path) => {
    const answer = await send(test.host, { path });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('gives the document for the address of a screen, and never lets it be cached', async () => {
    const answer = await send(test.host, { path: '/deals/123?view=board' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>page</title>');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('knows no other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await send(test.host, { method, path: '/' })).status).toBe(405);
      expect((await send(test.host, { method, path: '/api/invoke', token })).status).toBe(405);
    }
    expect((await send(test.host, { path: '/api/invoke', token })).status).toBe(405);
  });
});

describe('calls', () => {
  it('answers an operation with its envelope', async () => {
    const answer = await invoke(status);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { open: null } });
  });

  it.each([
    ['no JSON', '{"operation":'],
    ['nothing', ''],
    ['another shape', '{"name":"workspace.status"}'],
    ['a list', '[]'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('answers 400 to %s, and goes on', async (_what, body) => {
    const answer = await invoke(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { type: 'invalidInput' } });
    expect((await invoke(status)).status).toBe(200);
  });

  it('answers an unknown operation as the contract says', async () => {
    for (const operation of ['nothing.here', '__proto__', 'constructor', 'toString']) {
      const answer = await invoke(call(operation, {}));
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { type: 'unknownOperation' } });
    }
  });

  it('answers 413 to a call that is larger than any call can be', async () => {
    const answer = await invoke(Buffer.alloc(16 * 1024 * 1024 + 1, 0x20));
    expect(answer.status).toBe(413);
    expect((await invoke(status)).status).toBe(200);
  });
});

describe('events', () => {
  it('streams what a command changed, one JSON object a line', async () => {
    const answer = await fetch(`http://127.0.0.1:${test.host.port}/api/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    await send(test.host, {
      method: 'POST',
      path: '/api/invoke',
      token,
      body: call('settings.set', { theme: 'dark' }),
    });
    let text = '';
    while (!text.includes('changed')) text += decoder.decode((await reader.read()).value, { stream: true });
    await reader.cancel();
    const line = text.split('\n').find((candidate) => candidate !== '') ?? '';
    expect(JSON.parse(line)).toMatchObject({ type: 'changed', topics: ['settings'] });
  });
});
