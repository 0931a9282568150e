import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startHost } from '#electron/host/startHost.ts';
import { send, startTestHost, testOptions, type TestHost } from './hostInProcess.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.close());

const instanceFile = () => join(test.userDataFolder, 'host.json');
const readInstance = () => JSON.parse(readFileSync(instanceFile(), 'utf8')) as { port: number; secret: string };

it('tells a second start where the first one is, with a link that works', async () => {
  const second = await startHost(testOptions(test.folder));
  expect(second).toMatchObject({ ok: false, error: { type: 'running', pid: process.pid } });
  if (second.ok || second.error.type !== 'running') throw new Error('unreachable');
  const token = new URL(second.error.url).hash.slice('#token='.length);
  const answer = await send(test.host, { method: 'POST', path: '/api/session', body: JSON.stringify({ token }) });
  expect(answer.status).toBe(200);
});

it('lets only one of many simultaneous starts through', async () => {
  await test.host.close();
  const starts = await Promise.all(Array.from({ length: 5 }, () => startHost(testOptions(test.folder))));
  const started = starts.flatMap((start) => (start.ok ? [start.value] : []));
  expect(started).toHaveLength(1);
  expect(starts.filter((start) => !start.ok && start.error.type === 'running')).toHaveLength(4);
  await started[0]?.close();
});

it('keeps the secret from other accounts and removes the file at the end', async () => {
  expect(statSync(instanceFile()).mode % 0o1000).toBe(0o600);
  await test.host.close();
  expect(() => readInstance()).toThrow('ENOENT');
});

it.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, port: 4000 }],
  ['a port that nobody listens on', { pid: process.pid, port: 1 }],
  ['a start that never came to an end', { pid: process.pid, port: null }],
])('takes over from %s', async (_what, left) => {
  await test.host.close();
  const instance = { startedAt: 0, secret: 'x'.repeat(43), ...left };
  writeFileSync(instanceFile(), JSON.stringify(instance));
  const start = await startHost(testOptions(test.folder));
  expect(start.ok).toBe(true);
  if (start.ok) await start.value.close();
});

it('takes over from a file that cannot be read', async () => {
  await test.host.close();
  writeFileSync(instanceFile(), '{"pid":');
  const start = await startHost(testOptions(test.folder));
  expect(start.ok).toBe(true);
  if (start.ok) await start.value.close();
});

it('does not take another program on the old port for itself', async () => {
  await test.host.close();
  const foreign = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => {
    foreign.listen(0, '127.0.0.1', resolve);
  });
  const { port } = foreign.address() as { port: number };
  writeFileSync(instanceFile(), JSON.stringify({ pid: process.pid, startedAt: 0, port, secret: 'x'.repeat(43) }));
  const start = await startHost(testOptions(test.folder));
  expect(start.ok).toBe(true);
  if (start.ok) await start.value.close();
  foreign.close();
});

it('says that a port is taken and gives the folder free again', async () => {
  const other = join(test.folder, 'other');
  const taken = await startHost({ ...testOptions(other), port: test.host.port });
  expect(taken).toEqual({ ok: false, error: { type: 'portTaken', port: test.host.port } });
  const free = await startHost(testOptions(other));
  expect(free.ok).toBe(true);
  if (free.ok) await free.value.close();
});

it('says that the folder cannot be written', async () => {
  const blocked = join(test.folder, 'blocked');
  mkdirSync(blocked);
  writeFileSync(join(blocked, 'userData'), 'a file where the folder should be');
  const start = await startHost(testOptions(blocked));
  expect(start).toMatchObject({ ok: false, error: { type: 'folderNotWritable' } });
});

it('gives the folder free when the core cannot be opened', async () => {
  const other = join(test.folder, 'broken');
  const failing = { ...testOptions(other), openCore: () => Promise.reject(new Error('no core')) };
  await expect(startHost(failing)).rejects.toThrow('no core');
  const start = await startHost(testOptions(other));
  expect(start.ok).toBe(true);
  if (start.ok) await start.value.close();
});

it('stops when asked with the secret', async () => {
  const { secret } = readInstance();
  const headers = { authorization: `Control ${secret}` };
  await send(test.host, { method: 'POST', path: '/api/control/stop', headers });
  await test.host.stopAsked;
});
