import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allOperations } from '#shared/contract/allOperations.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

const junk: unknown[] = [
  null,
  0,
  'text',
  [],
  [[]],
  true,
  { id: '' },
  { id: 'x'.repeat(10_000) },
  { id: "'; DROP TABLE opportunity; --" },
  { id: { toString: 'no' } },
  { path: 5, files: 'none', plan: [] },
  { opportunityId: 'nobody', toStageId: 'nowhere', processId: 'none', entity: 'opportunity' },
  { __proto__: { polluted: true }, constructor: { prototype: { polluted: true } } },
  { limit: -1, offset: Number.MAX_SAFE_INTEGER, cursor: 'garbage', processId: 'none', stageId: 'none' },
  { id: 'nobody', fields: { amountMinor: 1.5, expectedClose: '2026-02-30', name: '' } },
];

/** Operations that would take the workspace of this test away, which other tests cover. */
const ending = new Set(['workspace.close']);

let core: TestCore;
let path: string;

beforeAll(async () => {
  core = await startTestCore();
  path = (await core.must(workspaceContract.create, { name: '试', kind: 'empty', personName: '林悦' })).path;
});
afterAll(async () => {
  await core.end();
});

describe('a malformed call', () => {
  test.each([...allOperations.keys()].filter((name) => !ending.has(name)))(
    'to %s is answered, never thrown, and writes nothing',
    async (name) => {
      const before = readFileSync(`${path}-wal`).length;
      for (const input of junk) {
        const answer = await core.core.invoke(name, input, { door: 'screen' });
        if (answer.ok) continue;
        expect(typeof answer.error.type).toBe('string');
        expect(answer.error.type, `${name} ${JSON.stringify(input)} ${JSON.stringify(answer.error)}`).not.toBe(
          'internal',
        );
        expect(answer.error.type).not.toBe('unknownOperation');
      }
      const kind = allOperations.get(name)?.kind;
      if (kind === 'query') expect(readFileSync(`${path}-wal`).length).toBe(before);
    },
  );

  test('to an operation that does not exist says so', async () => {
    expect(await core.core.invoke('no.such', {}, { door: 'screen' })).toEqual({
      ok: false,
      error: { type: 'unknownOperation', operation: 'no.such' },
    });
  });

  test('without an open workspace is told that none is open', async () => {
    const other = await startTestCore();
    try {
      for (const operation of allOperations.values()) {
        if (!operation.needsWorkspace) continue;
        const answer = await other.core.invoke(operation.name, {}, { door: 'screen' });
        expect(answer).toEqual({ ok: false, error: { type: 'noWorkspace' } });
      }
    } finally {
      await other.end();
    }
  });

  test('names every offending path of its input', async () => {
    const answer = await core.core.invoke('workspace.create', { name: '', kind: 'huge' }, { door: 'screen' });
    expect(answer).toMatchObject({ ok: false, error: { type: 'invalidInput' } });
    const issues = (answer.ok ? [] : answer.error['issues']) as { path: string }[];
    expect(issues.map((issue) => issue.path).toSorted()).toEqual(['kind', 'name']);
  });
});
