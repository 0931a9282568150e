import { describeCapturedTables } from '#db/changes/capturedTable.ts';
import { configureWriter } from '#db/configureWriter.ts';
import { type Connection, openConnection } from '#db/driver.ts';
import type { WriteDb } from '#db/handles.ts';
import { directReads, StatementCache } from '#db/statements.ts';
import { Writer } from '#db/write.ts';
import { createPrng } from '#shared/lib/prng.ts';
import { ok } from '#shared/lib/result.ts';
import { BENCH_NOW, removeWorkspace, workingCopy } from './benchWorkspace.ts';
import { summarise, type Timing } from './measure.ts';

/** Times of the same mixed writes, one transaction each. */
export interface WriteLoadFigures {
  readonly capturedFull: Timing;
  readonly plainFull: Timing;
  readonly capturedNormal: Timing;
  readonly plainNormal: Timing;
}

/** A user's transactions: mostly one row, sometimes a log with people and a task, now and then two hundred deals. */
function writes(deals: readonly string[], count: number): ((run: Run) => void)[] {
  const prng = createPrng(1, 'writeLoad');
  return Array.from({ length: count }, (_, index) => {
    const deal = prng.pick(deals);
    const kind = prng.weighted([50, 25, 20, 5]);
    if (kind === 0)
      return (run) =>
        run('UPDATE opportunity SET amountMinor = ?, nextStep = ? WHERE id = ?', index * 100, `n${index}`, deal);
    if (kind === 1)
      return (run) =>
        run(
          'UPDATE opportunity SET expectedClose = ? WHERE id = ?',
          `2027-01-${String((index % 28) + 1).padStart(2, '0')}`,
          deal,
        );
    if (kind === 2) {
      return (run) => {
        run(
          `INSERT INTO activity(id, kind, at, subject, opportunityId, createdAt) VALUES (?, 'call', ?, 'bench', ?, ?)`,
          `bench-a-${index}`,
          BENCH_NOW,
          deal,
          BENCH_NOW,
        );
        run(
          `INSERT INTO task(id, title, opportunityId, dueDate, createdAt) VALUES (?, 'bench', ?, '2026-10-01', ?)`,
          `bench-t-${index}`,
          deal,
          BENCH_NOW,
        );
      };
    }
    const many = Array.from({ length: 200 }, () => prng.pick(deals));
    return (run) => {
      for (const id of many)
        run(
          'UPDATE opportunity SET expectedClose = ? WHERE id = ?',
          `2027-02-${String((index % 28) + 1).padStart(2, '0')}`,
          id,
        );
    };
  });
}

type Run = (sql: string, ...params: (string | number)[]) => void;

/** Runs the load four times on copies of the file: with and without capture, with and without waiting for the disk. */
export function measureWriteLoad(path: string, count: number): WriteLoadFigures {
  const run = (capture: boolean, synchronous: 'FULL' | 'NORMAL'): Timing => {
    const copy = workingCopy(path, 'writes');
    try {
      return timeLoad(copy, count, capture, synchronous);
    } finally {
      removeWorkspace(copy);
    }
  };
  return {
    capturedFull: run(true, 'FULL'),
    plainFull: run(false, 'FULL'),
    capturedNormal: run(true, 'NORMAL'),
    plainNormal: run(false, 'NORMAL'),
  };
}

function timeLoad(path: string, count: number, capture: boolean, synchronous: 'FULL' | 'NORMAL'): Timing {
  const connection = openConnection(path, { fileMustExist: true });
  configureWriter(connection);
  connection.pragma(`synchronous = ${synchronous}`);
  if (!capture) connection.exec('UPDATE syncSwitch SET capturing = 0');
  const deals = connection
    .prepare<[], string>(`SELECT id FROM opportunity WHERE status = 'open' ORDER BY substr(id, 25) LIMIT 2000`)
    .pluck()
    .all();
  const transact = capture ? capturedTransaction(connection) : plainTransaction(connection);
  const times = writes(deals, count).map((write) => {
    const started = performance.now();
    transact(write);
    return performance.now() - started;
  });
  connection.close();
  return summarise(times.slice(Math.ceil(count / 10)));
}

function capturedTransaction(connection: Connection): (write: (run: Run) => void) => void {
  const writer = new Writer(new StatementCache(connection), describeCapturedTables(directReads(connection)));
  return (write) => {
    const { result } = writer.write({ actor: 'bench', label: 'bench', at: BENCH_NOW }, (db: WriteDb) => {
      write((sql, ...params) => void db.run(sql, ...params));
      return ok(null);
    });
    if (!result.ok) throw new Error(`A write was refused: ${JSON.stringify(result.error)}`);
  };
}

function plainTransaction(connection: Connection): (write: (run: Run) => void) => void {
  const prepared = new Map<string, ReturnType<Connection['prepare']>>();
  const run: Run = (sql, ...params) => {
    const known = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, known);
    known.run(...params);
  };
  return (write) => {
    connection.exec('BEGIN IMMEDIATE');
    write(run);
    connection.exec('COMMIT');
  };
}
