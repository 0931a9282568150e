import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { dirtyRecords, statesAfter } from '#db/queries/behaviour/behaviourStates.ts';
import { recordEvents } from '#db/queries/behaviour/recordEvents.ts';
import { insertRow } from '#db/rows.ts';
import { behaviourEvent } from '#db/schema/account.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { behaviourHandlers as handlers } from '#electron/features/behaviour/behaviourHandlers.ts';
import { refreshStates } from '#electron/features/behaviour/refreshStates.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { behaviourContract as contract } from '#shared/contract/behaviour.contract.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { fullScans, type PlannedStatement, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

const GROWING = [
  'lead',
  'opportunity',
  'activity',
  'activityContact',
  'stakeholder',
  'contact',
  'account',
  'behaviourEvent',
  'behaviourState',
  'scoreHistory',
];
let harness: HandlerHarness;

beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    for (let n = 0; n < 150; n += 1) {
      makeLead(db, `l${n}`, {});
      makeAccount(db, `a${n}`);
      makeContact(db, `c${n}`, `a${n}`);
      makeDeal(db, `d${n}`, `a${n}`, { primaryContactId: `c${n}` });
      makeActivity(db, `x${n}`, { leadId: `l${n}`, opportunityId: `d${n}` }, [`c${n}`]);
      insertRow(db, stakeholder, { id: `s${n}`, opportunityId: `d${n}`, contactId: `c${n}` });
      insertRow(db, behaviourEvent, {
        id: `e${n}`,
        kind: 'download',
        at: NOW - n,
        leadId: `l${n}`,
        contactId: n % 2 ? `c${n}` : null,
        unmatched: n % 50 ? '' : 'unknown',
      });
    }
    while (refreshStates(db, { now: NOW, timeZone: 'Asia/Shanghai' }, 100) > 0);
  });
});
afterAll(() => harness.end());

/** Makes the planner believe that everything is five hundred times as much. */
function pretendLarge(db: WriteDb): void {
  db.run('ANALYZE');
  for (const { rowid, stat } of db.all<{ rowid: number; stat: string }>('SELECT rowid, stat FROM sqlite_stat1')) {
    const large = stat.split(' ').map((part, index) => (index === 0 || Number(part) > 3 ? Number(part) * 500 : part));
    db.run('UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?', large.join(' '), rowid);
  }
  db.run('ANALYZE sqlite_schema');
}

function plans<O extends Operation>(operation: O, handler: Handler<O>, input: InputOf<O>): PlannedStatement[] {
  return plansOf(harness.context.db, (db: ReadDb) =>
    handler({ ...harness.context, db }, operation.input.parse(input) as never),
  );
}

const entities = [
  ['lead', 'l7'],
  ['contact', 'c7'],
  ['account', 'a7'],
  ['opportunity', 'd7'],
] as const;
const reads: [name: string, run: () => PlannedStatement[]][] = [
  ...entities.map(([entity, id]): [string, () => PlannedStatement[]] => [
    `the score of a ${entity}`,
    () => plans(contract.ofRecord, handlers.ofRecord, { entity, id }),
  ]),
  ...entities.map(([entity, id]): [string, () => PlannedStatement[]] => [
    `points of many (${entity})`,
    () => plans(contract.pointsOf, handlers.pointsOf, { entity, ids: [id, 'none'] }),
  ]),
  ...entities.map(([entity, id]): [string, () => PlannedStatement[]] => [
    `events of many (${entity})`,
    () => plansOf(harness.context.db, (db) => recordEvents(db, entity, [id])),
  ]),
  ['rules', () => plans(contract.rules, handlers.rules, {})],
  ['events that are nobody’s', () => plans(contract.unmatched, handlers.unmatched, { limit: 5 })],
  ['what waits', () => plansOf(harness.context.db, (db) => dirtyRecords(db, 10))],
  [
    'the daily walk',
    () => plansOf(harness.context.db, (db) => statesAfter(db, { entity: 'lead', entityId: 'l3' }, 10)),
  ],
];

describe.each(['fresh', 'large'])('behaviour in a %s workspace', (size) => {
  beforeAll(() => {
    if (size === 'large') harness.fill(pretendLarge);
  });

  it.each(reads)('reads %s from indexes alone', (_name, run) => {
    const statements = run();
    expect(statements.length).toBeGreaterThan(0);
    expect(fullScans(statements, GROWING)).toEqual([]);
  });

  it('never sorts all events to list those that are nobody’s', () => {
    const steps = plans(contract.unmatched, handlers.unmatched, { limit: 5 }).flatMap((statement) => statement.steps);
    expect(steps.filter((step) => step.includes('behaviourEvent'))).not.toEqual([]);
    expect(steps.filter((step) => step.startsWith('SCAN') && !step.includes('behaviourEvent_unmatched'))).toEqual([]);
  });
});
