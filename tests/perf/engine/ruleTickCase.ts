import { randomBytes } from 'node:crypto';
import { openConnection } from '#db/driver.ts';
import { openWorkspace } from '#db/open.ts';
import { fireEventRules } from '#electron/features/automation/eventRules.ts';
import { lookForTimeRules, type RuleWalk, writeTimeRules } from '#electron/features/automation/timeRules.ts';
import { createIdSource } from '#electron/core/idSource.ts';
import { ok } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { BENCH_NOW } from '../benchWorkspace.ts';
import { summarise } from '../measure.ts';
import type { EngineCase } from './engineCase.ts';

const TIME_ZONE = 'Asia/Shanghai';
const PAGE = 500;

/** The scheduler's look for rules that time has met, with the rules that come with the sample; each round goes on a page. */
export const ruleTickCase = (name: string, what: 'look' | 'write'): EngineCase => ({
  name,
  operation: what === 'look' ? 'lookForTimeRules' : 'writeTimeRules',
  measure: (path, rounds) => {
    const opened = openWorkspace(path, { now: BENCH_NOW, randomBytes: (length) => randomBytes(length) });
    if (!opened.ok) throw new Error(`The workspace does not open: ${JSON.stringify(opened.error)}`);
    const db = opened.value;
    const newId = createIdSource(() => BENCH_NOW, randomBytes);
    const context = {
      db: db.read,
      now: BENCH_NOW,
      today: dayInZone(BENCH_NOW, TIME_ZONE),
      timeZone: TIME_ZONE,
      actorId: '',
      newId,
    };
    let walk: RuleWalk | null = null;
    const core: number[] = [];
    for (let round = 0; round < rounds + 3; round += 1) {
      const started = performance.now();
      const { due, next } = lookForTimeRules(context, walk);
      if (what === 'write' && due.length > 0) {
        db.write({ actor: '', label: 'automation.run', at: BENCH_NOW }, (write) => {
          writeTimeRules(context, write, due);
          fireEventRules(context, write);
          return ok(null);
        });
      }
      if (round >= 3) core.push(performance.now() - started);
      walk = next;
    }
    db.close();
    return Promise.resolve({ core: summarise(core), plain: summarise(plainPages(path, rounds)) });
  },
});

/** Reads pages of open deals with what the same rules need of them, statement by statement, and thinks nothing. */
function plainPages(path: string, rounds: number): number[] {
  const db = openConnection(path, { readonly: true });
  const ids = db
    .prepare<[], string>(
      "SELECT id FROM opportunity WHERE status = 'open' AND removedAt IS NULL ORDER BY stageId, rank, id",
    )
    .pluck()
    .all();
  const reads = [
    `SELECT o.*, s.key, s.allowedDays FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value LEFT JOIN stage s ON s.id = o.stageId`,
    `SELECT s.opportunityId, s.roles, s.coverage FROM json_each(?) j CROSS JOIN stakeholder s ON s.opportunityId = j.value`,
    `SELECT c.opportunityId, c.code, c.judge, c.value FROM json_each(?) j CROSS JOIN c139Judgement c ON c.opportunityId = j.value`,
    `SELECT j.value, (SELECT a.at FROM activity a WHERE a.opportunityId = j.value AND a.kind <> 'note' ORDER BY a.at DESC LIMIT 1) FROM json_each(?) j`,
  ].map((sql) => db.prepare(sql));
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const from = (round * PAGE) % Math.max(1, ids.length - PAGE);
    const page = JSON.stringify(ids.slice(from, from + PAGE));
    const started = performance.now();
    for (const read of reads) read.all(page);
    if (round >= 3) times.push(performance.now() - started);
  }
  db.close();
  return times;
}
