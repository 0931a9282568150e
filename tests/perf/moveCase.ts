import { configureWriter } from '#db/configureWriter.ts';
import { openConnection } from '#db/driver.ts';
import type { Core } from '#electron/core/types.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import { BENCH_NOW } from './benchWorkspace.ts';
import { summarise, type Timing } from './measure.ts';

/** A deal, the stage it is in and the next one. */
export interface Move {
  readonly opportunityId: string;
  readonly fromStageId: string;
  readonly toStageId: string;
}

/** Open deals in the first stage of their process, which no criterion blocks, with the stage after it. */
export function findMoves(path: string, count: number): Move[] {
  const plain = openConnection(path, { readonly: true });
  const moves = plain
    .prepare<[number], Move>(
      `SELECT o.id AS opportunityId, o.stageId AS fromStageId, n.id AS toStageId FROM stage s
       JOIN stage n ON n.processVersionId = s.processVersionId AND n.position = s.position + 1
       CROSS JOIN opportunity o ON o.stageId = s.id
       WHERE s.position = 0 AND o.status = 'open' AND o.removedAt IS NULL ORDER BY substr(o.id, 25) LIMIT ?`,
    )
    .all(count);
  plain.close();
  return moves;
}

/** Moves each deal one stage on, gate and reason included, as a drag does. Throws when a move is refused. */
export async function timeMoves(core: Core, moves: readonly Move[]): Promise<Timing> {
  const times: number[] = [];
  for (const move of moves) {
    const input = { ...move, reason: 'bench' };
    const started = performance.now();
    const answer = await core.invoke(contracts.pipeline.move.name, input, { door: 'test' });
    times.push(performance.now() - started);
    if (!answer.ok) throw new Error(`A move was refused: ${JSON.stringify(answer.error)}`);
  }
  return summarise(times.slice(Math.ceil(times.length / 10)));
}

/** The same moves by hand, without capture: read the gate's rows, write the deal, its history and the stage's tasks. */
export function timePlainMoves(path: string, moves: readonly Move[]): Timing {
  const db = openConnection(path, { fileMustExist: true });
  configureWriter(db);
  db.exec('UPDATE syncSwitch SET capturing = 0');
  const reads = [
    'SELECT * FROM opportunity WHERE id = ?',
    'SELECT c.* FROM stageCriterion c WHERE c.stageId = (SELECT stageId FROM opportunity WHERE id = ?)',
    'SELECT * FROM criterionEvidence WHERE opportunityId = ? AND removedAt IS NULL',
    'SELECT kind, max(at) FROM activity WHERE opportunityId = ? AND removedAt IS NULL GROUP BY kind',
    'SELECT roles, coverage FROM stakeholder WHERE opportunityId = ? AND removedAt IS NULL',
  ].map((sql) => db.prepare(sql));
  const update = db.prepare('UPDATE opportunity SET stageId = ?, stageEnteredAt = ? WHERE id = ?');
  const history = db.prepare(
    `INSERT INTO stageChange(id, opportunityId, fromStageId, toStageId, at, kind, reason) VALUES (?, ?, ?, ?, ?, 'advance', 'bench')`,
  );
  const tasks = db.prepare(
    `INSERT INTO task(id, title, kind, opportunityId, stageId, stageTaskId, dueDate, createdAt)
     SELECT ? || position, title, kind, ?, stageId, id, '2026-10-01', ? FROM stageTask WHERE stageId = ?`,
  );
  const times: number[] = [];
  for (const [index, { opportunityId, fromStageId, toStageId }] of moves.entries()) {
    const started = performance.now();
    db.exec('BEGIN IMMEDIATE');
    for (const read of reads) read.all(opportunityId);
    update.run(toStageId, BENCH_NOW, opportunityId);
    history.run(`bench-${index}`, opportunityId, fromStageId, toStageId, BENCH_NOW);
    tasks.run(`bench-${index}-`, opportunityId, BENCH_NOW, toStageId);
    db.exec('COMMIT');
    times.push(performance.now() - started);
  }
  db.close();
  return summarise(times.slice(Math.ceil(times.length / 10)));
}
