/*
 * What change capture, full synchronisation and undo cost per kind of write. Run: node tests/perf/captureCost.ts [--json]
 * Reports wall and processor time; on a busy machine only the second one tells something.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeCapturedTables } from '#db/changes/capturedTable.ts';
import { undoTransactions } from '#db/changes/undoTransactions.ts';
import { configureWriter } from '#db/configureWriter.ts';
import { openConnection } from '#db/driver.ts';
import type { SqlValue } from '#db/handles.ts';
import { createWorkspace } from '#db/open.ts';
import { directReads, StatementCache } from '#db/statements.ts';
import { type ChangeContext, Writer } from '#db/write.ts';
import { ok } from '#shared/lib/result.ts';
import { createHash } from 'node:crypto';

const NOW = Date.UTC(2026, 1, 16);
const folder = mkdtempSync(join(tmpdir(), 'kongdan-cost-'));
const bytes = (length: number) => createHash('shake256', { outputLength: length }).update('bench').digest();
const context: ChangeContext = { actor: 'bench', label: 'bench', at: NOW };

type Run = (sql: string, ...params: SqlValue[]) => void;
interface Load {
  readonly name: string;
  /** Changes of one transaction, and how many transactions. */
  readonly units: number;
  readonly transactions: number;
  readonly run: (run: Run, transaction: number) => void;
}

const ROWS = 20_000;
const id = (n: number): string => `019b0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const insert =
  'INSERT INTO activity(id, kind, at, subject, note, opportunityId, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?)';
const addActivity = (run: Run, n: number) =>
  run(insert, id(n), 'visit', NOW + n, `拜访 ${n}`, `与采购部讨论方案和价格 ${n}`, id(n % 500), NOW);

const loads: readonly Load[] = [
  {
    name: 'a person changes 3 fields',
    units: 1,
    transactions: 1500,
    run: (run, n) =>
      run(
        'UPDATE activity SET subject = ?, durationMinutes = ?, location = ? WHERE id = ?',
        `s${n}`,
        n,
        `l${n}`,
        id(n),
      ),
  },
  {
    name: 'bulk update of 1 field',
    units: 10_000,
    transactions: 2,
    run: (run, n) => {
      for (let row = 0; row < 10_000; row += 1)
        run('UPDATE activity SET durationMinutes = ? WHERE id = ?', n + 1, id(row));
    },
  },
  {
    name: 'bulk insert of rows',
    units: 50_000,
    transactions: 2,
    run: (run, n) => {
      for (let row = 0; row < 50_000; row += 1) addActivity(run, 1_000_000 * (n + 1) + row);
    },
  },
  {
    name: 'bulk delete of rows',
    units: 5000,
    transactions: 2,
    run: (run, n) => {
      for (let row = 0; row < 5000; row += 1) run('DELETE FROM activity WHERE id = ?', id(n * 5000 + row));
    },
  },
];

interface Figure {
  readonly microseconds: number;
  readonly processor: number;
}

function prepareFile(name: string): string {
  const path = join(folder, name);
  const made = createWorkspace(path, { now: NOW, randomBytes: bytes });
  if (!made.ok) throw new Error(made.error.type);
  made.value.write(context, (write) => {
    for (let n = 0; n < 500; n += 1) write.run('INSERT INTO opportunity(id, name) VALUES (?, ?)', id(n), `商机 ${n}`);
    for (let n = 0; n < ROWS; n += 1) addActivity((sql, ...params) => void write.run(sql, ...params), n);
    return ok(null);
  });
  made.value.close();
  return path;
}

function measure(load: Load, capture: boolean, synchronous: 'FULL' | 'NORMAL'): Figure {
  const path = prepareFile(`${load.name} ${capture} ${synchronous}.kongdan`);
  const connection = openConnection(path);
  configureWriter(connection);
  connection.pragma(`synchronous = ${synchronous}`);
  const cache = new StatementCache(connection);
  const writer = new Writer(cache, describeCapturedTables(directReads(connection)));
  if (!capture) connection.exec('UPDATE syncSwitch SET capturing = 0');
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let n = 0; n < load.transactions; n += 1) {
    if (capture) {
      const { result } = writer.write({ ...context, bulkConfirmed: true }, (write) => {
        load.run((sql, ...params) => void write.run(sql, ...params), n);
        return ok(null);
      });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    } else {
      cache.writer('BEGIN IMMEDIATE').run();
      load.run((sql, ...params) => void cache.writer(sql).run(...params), n);
      cache.writer('COMMIT').run();
    }
  }
  const wall = performance.now() - started;
  const used = process.cpuUsage(cpu);
  connection.close();
  const units = load.units * load.transactions;
  return { microseconds: (wall * 1000) / units, processor: (used.user + used.system) / units };
}

function time(work: () => { readonly result: { readonly ok: boolean } }) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  if (!work().result.ok) throw new Error('refused');
  const used = process.cpuUsage(cpu);
  return { wallMs: performance.now() - started, processorMs: (used.user + used.system) / 1000 };
}

/** Inserts 100,000 rows as one transaction, takes them back, and looks at how large the log grew. */
function measureUndo() {
  const path = prepareFile('undo.kongdan');
  const connection = openConnection(path);
  configureWriter(connection);
  const writer = new Writer(new StatementCache(connection), describeCapturedTables(directReads(connection)));
  const inserted = time(() =>
    writer.write(context, (write) => {
      for (let n = 0; n < 100_000; n += 1)
        addActivity((sql, ...params) => void write.run(sql, ...params), 1_000_000 + n);
      return ok(null);
    }),
  );
  const seq = 2;
  const logBytes = connection
    .prepare<[], number>(
      `SELECT (SELECT sum(length(body)) FROM syncTx WHERE seq = ${seq}) + (SELECT coalesce(sum(length(body)), 0) FROM syncTxPart WHERE seq = ${seq})`,
    )
    .pluck()
    .get();
  const undone = time(() => writer.write({ ...context, undoes: [seq] }, (write) => undoTransactions(write, [seq])));
  connection.close();
  return { inserted, undone, logBytesPerRow: (logBytes ?? 0) / 100_000, fileMegabytes: statSync(path).size / 1e6 };
}

const figures = loads.map((load) => ({
  load: load.name,
  plainFull: measure(load, false, 'FULL'),
  capturedFull: measure(load, true, 'FULL'),
  plainNormal: measure(load, false, 'NORMAL'),
  capturedNormal: measure(load, true, 'NORMAL'),
}));
const undo = measureUndo();
rmSync(folder, { recursive: true, force: true });

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ figures, undo }, null, 2));
} else {
  const cell = (figure: Figure) => `${figure.microseconds.toFixed(1)} (${figure.processor.toFixed(1)})`;
  console.table(
    figures.map((row) => ({
      'µs each, wall (cpu)': row.load,
      'plain FULL': cell(row.plainFull),
      'captured FULL': cell(row.capturedFull),
      'ratio cpu': (row.capturedFull.processor / row.plainFull.processor).toFixed(2),
      'plain NORMAL': cell(row.plainNormal),
      'captured NORMAL': cell(row.capturedNormal),
    })),
  );
  console.log('100,000 rows inserted and undone', undo);
}
