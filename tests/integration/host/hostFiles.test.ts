import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { send, startTestHost, type TestHost } from './hostInProcess.ts';

let test: TestHost;
let token: string;
beforeEach(async () => {
  test = await startTestHost();
  token = await test.signIn();
});
afterEach(() => test.close());

const uploads = () => join(test.userDataFolder, 'uploads');
const upload = (body: Buffer, name = 'a.csv') =>
  send(test.host, {
    method: 'POST',
    path: '/api/upload',
    token,
    body,
    headers: { 'x-kongdan-name': encodeURIComponent(name) },
  });
const kept = () => (existsSync(uploads()) ? readdirSync(uploads()) : []);

it('keeps a file that was handed in until the host ends, readable by its owner only', async () => {
  const answer = await upload(Buffer.from('name\n一号\n'), '商机.csv');
  expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { name: '商机.csv', size: 12 } });
  const [file = ''] = kept();
  expect(statSync(join(uploads(), file)).mode % 0o1000).toBe(0o600);
  await test.host.close();
  expect(existsSync(uploads())).toBe(false);
});

it('shows only the last part of a name and never uses it as a path', async () => {
  for (const [given, shown] of [
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\me\deals.csv`, 'deals.csv'],
    ['a\u0000b\n.csv', 'ab.csv'],
    ['', 'file'],
  ] as const) {
    const answer = JSON.parse((await upload(Buffer.from('x'), given)).body) as { value: { name: string } };
    expect(answer.value.name).toBe(shown);
  }
  expect(kept()).toHaveLength(4);
  for (const name of kept()) expect(name).toMatch(/^[0-9a-f]{32}$/);
});

it('refuses a file over the limit, whether its size is told or not, and keeps nothing of it', async () => {
  const told = await upload(Buffer.alloc(100_001));
  expect(told.status).toBe(413);
  expect(JSON.parse(told.body)).toMatchObject({ ok: false, error: { type: 'tooLarge', limit: 100_000 } });
  const untold = await new Promise<number>((resolve) => {
    const asking = request({
      host: '127.0.0.1',
      port: test.host.port,
      method: 'POST',
      path: '/api/upload',
      headers: { authorization: `Bearer ${token}`, 'transfer-encoding': 'chunked' },
    });
    asking.on('response', (answer) => resolve(answer.statusCode ?? 0));
    // The host may end the connection while bytes are still on their way.
    asking.on('error', () => resolve(413));
    for (let part = 0; part < 20; part += 1) asking.write(Buffer.alloc(10_000));
    asking.end();
  });
  expect(untold).toBe(413);
  expect(kept()).toEqual([]);
  expect((await upload(Buffer.alloc(100_000))).status).toBe(200);
});

it('keeps nothing of a file whose sending broke off', async () => {
  await new Promise<void>((resolve) => {
    const asking = request({
      host: '127.0.0.1',
      port: test.host.port,
      method: 'POST',
      path: '/api/upload',
      headers: { authorization: `Bearer ${token}`, 'content-length': '50000' },
    });
    asking.on('error', () => resolve());
    asking.write(Buffer.alloc(1000));
    setTimeout(() => asking.destroy(), 100);
  });
  await expect.poll(kept).toEqual([]);
});

it('clears what a killed host left behind', async () => {
  await test.host.close();
  mkdirSync(uploads(), { recursive: true });
  writeFileSync(join(uploads(), 'left'), 'x');
  const { startHost } = await import('#electron/host/startHost.ts');
  const { testOptions } = await import('./hostInProcess.ts');
  const again = await startHost(testOptions(test.folder));
  expect(kept()).toEqual([]);
  if (again.ok) await again.value.close();
});
