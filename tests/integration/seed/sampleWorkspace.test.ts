import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDocuments } from '#resources/sample/sampleDocuments.ts';
import { openWorkspace, type WorkspaceDb } from '#db/open.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import type { WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import { CollectedSample, samplePlan } from '#tests/support/sampleRows.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

/** Wednesday 2026-09-16, 9:00 in Shanghai. */
const NOW = Date.UTC(2026, 8, 16, 1);

describe('a sample workspace made through the core', () => {
  let test: TestCore;
  let info: WorkspaceInfo;
  let file: WorkspaceDb;

  beforeAll(async () => {
    test = await startTestCore({ now: NOW });
    info = await test.must(contracts.workspace.create, { name: '示例', kind: 'sample', size: 'demo', seed: 1 });
    await test.must(contracts.workspace.close, {});
    const opened = openWorkspace(info.path, { now: NOW, randomBytes: (length) => new Uint8Array(length) });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    file = opened.value;
  });
  afterAll(async () => {
    file.close();
    await test.end();
  });

  const one = <Row>(sql: string): Row => file.read.get<Row>(sql)!;

  it('opens with its name, its 300 deals and somebody at the device', () => {
    expect(info).toMatchObject({ name: '示例', currency: 'CNY' });
    expect(one('SELECT count(*) AS n FROM opportunity')).toEqual({ n: 300 });
    expect(info.me).toMatchObject({ name: '林悦', role: 'seller' });
  });

  it('holds exactly what the generator makes, in the same order of ids', () => {
    const sample = new CollectedSample(samplePlan());
    for (const table of sample.tables()) {
      const wanted = sample.rows(table).map(({ id }) => id);
      const found = file.read.all<{ id: string }>(`SELECT id FROM "${table}"`).map(({ id }) => id);
      expect(found.toSorted(), table).toEqual(wanted.toSorted());
    }
    expect(one<{ n: number }>('SELECT count(*) AS n FROM workspace').n).toBe(1);
  });

  it('points nowhere into the void and passes the check of the file', () => {
    expect(file.read.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(one<{ quick_check: string }>('PRAGMA quick_check').quick_check).toBe('ok');
    const loose = (table: string, column: string, target: string): number =>
      one<{ n: number }>(
        `SELECT count(*) AS n FROM "${table}" WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT id FROM "${target}")`,
      ).n;
    expect(loose('lead', 'opportunityId', 'opportunity')).toBe(0);
    expect(loose('opportunity', 'winnerCompetitorId', 'competitor')).toBe(0);
    expect(loose('process', 'currentVersionId', 'processVersion')).toBe(0);
  });

  it('went through the change log like everything else, labelled as sample', () => {
    const labels = file.read.all<{ label: string }>('SELECT DISTINCT label FROM syncTx');
    expect(labels).toEqual([{ label: 'sample' }]);
    const rows = one<{ n: number }>('SELECT sum(rows) AS n FROM syncTx').n;
    const sample = new CollectedSample(samplePlan());
    const made = sample.tables().reduce((sum, table) => sum + sample.rows(table).length, 0);
    // The workspace's own row comes on top, and the files of the demo with their places.
    expect(rows).toBe(made + 1 + 2 * sampleDocuments.length);
  });

  it('told how far it was and counted up to the last deal', () => {
    const told = test.events.filter((event) => event.type === 'progress' && event.job === 'sample');
    expect(told.length).toBeGreaterThan(0);
    expect(told.at(-1)).toMatchObject({ done: 300, total: 300 });
  });

  it('leaves no file when it is cancelled', async () => {
    const making = test.call(contracts.workspace.create, { name: '中断', kind: 'sample', size: 'medium', seed: 3 });
    await new Promise<void>((resolve) => {
      const stop = test.core.subscribe((event) => {
        if (event.type !== 'progress' || event.job !== 'sample') return;
        stop();
        resolve();
      });
    });
    expect(await test.must(contracts.workspace.cancelJob, { job: 'sample' })).toEqual({ cancelled: true });
    expect(await making).toMatchObject({ ok: false, error: { type: 'cancelled' } });
    const left = readdirSync(join(test.folder, 'workspaces')).filter((name) => name.includes('中断'));
    expect(left).toEqual([]);
  });

  it('starts an empty workspace with the general process, its criteria and the C139 template', async () => {
    const empty = await test.must(contracts.workspace.create, { name: '空白', kind: 'empty', personName: '王一' });
    await test.must(contracts.workspace.close, {});
    const opened = openWorkspace(empty.path, { now: NOW, randomBytes: (length) => new Uint8Array(length) });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { read } = opened.value;
    const count = (table: string): number => read.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)!.n;
    const stages = read.all<{ stageClass: string }>('SELECT stageClass FROM stage ORDER BY position');
    const counts = [count('process'), count('c139Element'), count('opportunity')];
    opened.value.close();
    expect(counts).toEqual([1, 13, 0]);
    expect(stages.map(({ stageClass }) => stageClass)).toEqual([
      'verify',
      'engage',
      'propose',
      'negotiate',
      'won',
      'lost',
    ]);
  });
});
