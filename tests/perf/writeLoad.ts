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

/** One copy of the file that the load is run on, and how a transaction is made on it. */
interface Variant {
  readonly name: keyof WriteLoadFigures;
  readonly path: string;
  readonly connection: Connection;
  readonly transact: (write: (run: Run) => void) => void;
  readonly times: number[];
}

/**
 * Runs the load on four copies of the file: with and without capture, with and without waiting for the disk. Every
 * transaction runs on all four in turn, so that a busy moment of the machine hits all of them.
 */
export function measureWriteLoad(path: string, count: number): WriteLoadFigures {
  const variants = [
    openVariant(path, 'capturedFull', true, 'FULL'),
    openVariant(path, 'plainFull', false, 'FULL'),
    openVariant(path, 'capturedNormal', true, 'NORMAL'),
    openVariant(path, 'plainNormal', false, 'NORMAL'),
  ];
  try {
    const deals = variants[0]!.connection
      .prepare<[], string>(`SELECT id FROM opportunity WHERE status = 'open' ORDER BY substr(id, 25) LIMIT 2000`)
      .pluck()
      .all();
    for (const [index, write] of writes(deals, count).entries()) {
      for (const variant of [...variants.slice(index % 4), ...variants.slice(0, index % 4)]) {
        const started = performance.now();
        variant.transact(write);
        variant.times.push(performance.now() - started);
      }
    }
    const warm = Math.ceil(count / 10);
    const [capturedFull, plainFull, capturedNormal, plainNormal] = variants.map(({ times }) =>
      summarise(times.slice(warm)),
    );
    return { capturedFull, plainFull, capturedNormal, plainNormal } as WriteLoadFigures;
  } finally {
    for (const variant of variants) {
      variant.connection.close();
      removeWorkspace(variant.path);
    }
  }
}

function openVariant(
  path: string,
  name: keyof WriteLoadFigures,
  capture: boolean,
  synchronous: 'FULL' | 'NORMAL',
): Variant {
  const copy = workingCopy(path, `writes-${name}`);
  const connection = openConnection(copy, { fileMustExist: true });
  configureWriter(connection);
  connection.pragma(`synchronous = ${synchronous}`);
  if (!capture) connection.exec('UPDATE syncSwitch SET capturing = 0');
  const transact = capture ? capturedTransaction(connection) : plainTransaction(connection);
  return { name, path: copy, connection, transact, times: [] };
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
