import { randomBytes } from 'node:crypto';
import { openConnection } from '#db/driver.ts';
import { openWorkspace } from '#db/open.ts';
import { createIdSource } from '#electron/core/idSource.ts';
import { newSweep } from '#electron/features/notices/findWanted.ts';
import { lookForNotices } from '#electron/features/notices/lookForNotices.ts';
import { ok } from '#shared/lib/result.ts';
import { BENCH_NOW } from '../benchWorkspace.ts';
import { summarise } from '../measure.ts';
import { type EngineCase, prepareFile } from './engineCase.ts';

const TASKS = 200_000;
const MINUTE = 60_000;

/**
 * The minute's look for reminders with 200,000 open tasks more than the sample has, most of them overdue: all of one person,
 * or of fourteen people and the one who leads them. The first rounds keep and show hundreds of notices each.
 */
export const noticeTickCase = (name: string, whose: 'mine' | 'team'): EngineCase => ({
  name,
  operation: 'lookForNotices',
  measure: (path, rounds) => {
    prepareFile(path, tasksSql(whose));
    const opened = openWorkspace(path, { now: BENCH_NOW, randomBytes: (length) => randomBytes(length) });
    if (!opened.ok) throw new Error(`The workspace does not open: ${JSON.stringify(opened.error)}`);
    const db = opened.value;
    const newId = createIdSource(() => BENCH_NOW, randomBytes);
    const sweep = newSweep();
    const core: number[] = [];
    for (let round = 0; round < rounds + 3; round += 1) {
      const now = BENCH_NOW + round * MINUTE;
      const started = performance.now();
      lookForNotices({
        db: db.read,
        now,
        timeZone: 'Asia/Shanghai',
        memberId: 'boss',
        newId,
        sweep,
        write: (run) => {
          db.write({ actor: 'boss', label: 'look', at: now }, (write) => {
            run(write);
            return ok(null);
          });
        },
      });
      if (round >= 3) core.push(performance.now() - started);
    }
    db.close();
    return Promise.resolve({ core: summarise(core), plain: summarise(plainReads(path, rounds)) });
  },
});

function tasksSql(whose: 'mine' | 'team'): string {
  const owner = whose === 'mine' ? "'boss'" : "iif(value % 15 = 0, 'boss', 'r' || (value % 15))";
  return `INSERT INTO member (id, name, role) VALUES ('boss', '沈立', 'manager');
    INSERT INTO member (id, name, managerId) SELECT 'r' || value, '成员' || value, 'boss' FROM generate_fourteen;
    INSERT INTO task (id, title, ownerId, status, dueDate)
      SELECT 'n' || value, '任务' || value, ${owner}, 'open', date(${BENCH_NOW} / 1000, 'unixepoch', (20 - value % 400) || ' days')
      FROM numbers;`
    .replace('generate_fourteen', numbers(14))
    .replace('FROM numbers', `FROM ${numbers(TASKS)}`);
}

const numbers = (count: number): string =>
  `(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${count}) SELECT value FROM n)`;

/** Reads as many tasks as one look may, by hand, and thinks nothing. */
function plainReads(path: string, rounds: number): number[] {
  const db = openConnection(path, { readonly: true });
  const read = db.prepare(
    "SELECT id, dueDate, dueMinute FROM task WHERE ownerId = 'boss' AND status = 'open' AND dueDate <= ? ORDER BY dueDate DESC LIMIT 1000",
  );
  const day = new Date(BENCH_NOW).toISOString().slice(0, 10);
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const started = performance.now();
    read.all(day);
    if (round >= 3) times.push(performance.now() - started);
  }
  db.close();
  return times;
}
