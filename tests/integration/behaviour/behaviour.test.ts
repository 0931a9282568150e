import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { mergeRecords } from '#db/repositories/mergeRecords.ts';
import { hasMoreDirtyThan, statesAfter } from '#db/queries/behaviour/behaviourStates.ts';
import { type BehaviourEntity, recordEvents } from '#db/queries/behaviour/recordEvents.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { behaviourEvent, contact } from '#db/schema/account.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { activity } from '#db/schema/work.ts';
import type { WriteDb } from '#db/handles.ts';
import { activityHandlers } from '#electron/features/activities/activityHandlers.ts';
import { behaviourHandlers as handlers } from '#electron/features/behaviour/behaviourHandlers.ts';
import { currentRules } from '#electron/features/behaviour/currentRules.ts';
import { refreshDaily, refreshStates } from '#electron/features/behaviour/refreshStates.ts';
import { leadHandlers } from '#electron/features/leads/leadHandlers.ts';
import { behaviourContract as contract } from '#shared/contract/behaviour.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { activityContract } from '#shared/contract/opportunity.contract.ts';
import { pointsOfEvents } from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { defaultBehaviourRules } from '#shared/domain/scoring/behaviour/defaultRules.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
const moment = (now = NOW) => ({ now, timeZone: 'Asia/Shanghai' });

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'a1', { createdAt: NOW - 400 * DAY_MS });
    makeAccount(db, 'a2');
    makeContact(db, 'c1', 'a1');
    makeContact(db, 'c2', 'a1');
    makeDeal(db, 'd1', 'a1', { createdAt: NOW - 30 * DAY_MS, primaryContactId: 'c1' });
    makeDeal(db, 'd2', 'a1', { createdAt: NOW - 30 * DAY_MS });
    makeLead(db, 'l1', { createdAt: NOW - 200 * DAY_MS });
    makeLead(db, 'l2', { createdAt: NOW - 200 * DAY_MS });
  });
});
afterEach(() => harness.end());

type Event = Partial<typeof behaviourEvent.$inferInsert>;
let next = 0;
const addEvent = (db: WriteDb, event: Event): string => {
  const id = event.id ?? `e${(next += 1)}`;
  insertRow(db, behaviourEvent, { kind: 'download', at: NOW - DAY_MS, source: 'test', ...event, id });
  return id;
};
const points = async (entity: BehaviourEntity, id: string, asOf?: number) =>
  harness.must(contract.ofRecord, handlers.ofRecord, asOf === undefined ? { entity, id } : { entity, id, asOf });
const list = async () => (await harness.must(contract.unmatched, handlers.unmatched, {})).rows.map(({ id }) => id);
const refresh = (now = NOW) => {
  harness.fill((db) => {
    while (refreshStates(db, moment(now), 3) > 0);
  });
};
const states = () => statesAfter(harness.context.db, { entity: '', entityId: '' }, 1000);

/** Every kept state says what folding the record's events anew says, and nothing waits. */
function expectStatesRight(now = NOW): void {
  const { db } = harness.context;
  const { rules, dayOf, hash } = currentRules(db, 'Asia/Shanghai');
  expect(hasMoreDirtyThan(db, 0)).toBe(false);
  const kept = new Map(states().map((row) => [`${row.entity} ${row.entityId}`, row]));
  for (const entity of ['lead', 'contact', 'account', 'opportunity'] as const) {
    const ids = db.all<{ id: string }>(`SELECT id FROM "${entity}"`).map(({ id }) => id);
    const events = recordEvents(db, entity, ids);
    for (const id of ids) {
      const anew = pointsOfEvents(events.get(id) ?? [], rules, now, dayOf);
      const row = kept.get(`${entity} ${id}`);
      if (row === undefined) {
        expect(Math.abs(anew.raw), `${entity} ${id}`).toBeLessThan(0.05);
        continue;
      }
      expect(row.ruleHash).toBe(hash);
      expect(Math.abs(row.points - anew.shown), `${entity} ${id}`).toBeLessThan(1e-9);
    }
  }
}

describe('the score of a record', () => {
  it('tells points, weeks, what each event still adds, and what a moment in the past knew', async () => {
    harness.fill((db) => {
      addEvent(db, { id: 'old', leadId: 'l1', at: NOW - 30 * DAY_MS });
      addEvent(db, { id: 'new', leadId: 'l1', at: NOW, kind: 'siteVisit', durationSeconds: 600, detail: '产品页' });
      addEvent(db, { leadId: 'l1', at: NOW + DAY_MS, kind: 'trial' });
    });
    const now = await points('lead', 'l1');
    expect(now.points).toBeCloseTo(2.5 + 3, 9);
    expect(now.events.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(now.events[1]).toMatchObject({ given: 5, kind: 'download' });
    expect(now.events[1]!.now).toBeCloseTo(2.5, 9);
    expect(now.weeks).toHaveLength(14);
    expect(now.weeks.at(-1)!.points).toBe(now.points);
    const then = await points('lead', 'l1', NOW - 30 * DAY_MS);
    expect(then.points).toBeCloseTo(5, 9);
    expect(then.total).toBe(1);
    expect((await points('lead', 'l1', NOW + DAY_MS)).points).toBeGreaterThan(15);
  });

  it('counts an event once for the contact, the account and the deal that it names', async () => {
    harness.fill((db) => addEvent(db, { contactId: 'c1', accountId: 'a1', opportunityId: 'd1', at: NOW }));
    for (const [entity, id] of [
      ['contact', 'c1'],
      ['account', 'a1'],
      ['opportunity', 'd1'],
    ] as const)
      expect(await points(entity, id)).toMatchObject({ total: 1, points: expect.closeTo(5, 9) as number });
  });

  it('goes from people to their account and deals, not to other deals, and not from before a deal', async () => {
    harness.fill((db) => {
      insertRow(db, stakeholder, { id: 's1', opportunityId: 'd2', contactId: 'c2' });
      addEvent(db, { contactId: 'c1' });
      addEvent(db, { contactId: 'c2', opportunityId: 'd1' });
      addEvent(db, { contactId: 'c2', at: NOW - 60 * DAY_MS });
      addEvent(db, { accountId: 'a2', contactId: 'c1' });
      makeActivity(db, 'x1', { at: NOW - DAY_MS, accountId: null }, ['c2']);
      makeActivity(db, 'x2', { at: NOW - DAY_MS, kind: 'note', leadId: 'l1' }, []);
    });
    expect((await points('account', 'a1')).total).toBe(4);
    expect((await points('account', 'a2')).total).toBe(1);
    // c1 is the first contact of d1, and c2's event names it.
    expect((await points('opportunity', 'd1')).total).toBe(3);
    expect((await points('opportunity', 'd2')).events.map(({ id }) => id)).toEqual(['x1']);
    expect((await points('lead', 'l1')).total).toBe(0);
  });

  it('says a private activity was, and not what about', async () => {
    harness.fill((db) => makeActivity(db, 'x1', { leadId: 'l1', subject: '私下', private: 1, at: NOW - 1 }));
    expect((await points('lead', 'l1')).events[0]).toMatchObject({ kind: 'visit', detail: '' });
  });

  it('pages through its events and refuses records that are not there', async () => {
    harness.fill((db) => {
      for (let n = 0; n < 5; n += 1) addEvent(db, { id: `p${n}`, leadId: 'l1', at: NOW - n * 1000 });
    });
    const page = await harness.must(contract.events, handlers.events, {
      entity: 'lead',
      id: 'l1',
      offset: 2,
      limit: 2,
    });
    expect(page.total).toBe(5);
    expect(page.events.map(({ id }) => id)).toEqual(['p2', 'p3']);
    for (const call of [
      harness.call(contract.ofRecord, handlers.ofRecord, { entity: 'lead', id: 'none' }),
      harness.call(contract.events, handlers.events, { entity: 'account', id: 'none' }),
    ])
      expect(await call).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  it('surges against its own usual week', async () => {
    harness.fill((db) => {
      for (let week = 1; week < 13; week += 1) addEvent(db, { leadId: 'l1', at: NOW - week * 7 * DAY_MS });
      for (let n = 0; n < 9; n += 1) addEvent(db, { leadId: 'l1', at: NOW - n * 3_600_000 });
      addEvent(db, { leadId: 'l2' });
    });
    expect((await points('lead', 'l1')).surge).toMatchObject({ verdict: 'surging', recent: 9, usual: 1, weeks: 12 });
    refresh();
    const found = await harness.must(contract.pointsOf, handlers.pointsOf, { entity: 'lead', ids: ['l1', 'l2'] });
    expect(found.map(({ id, surge }) => [id, surge.verdict])).toEqual([
      ['l1', 'surging'],
      ['l2', 'usual'],
    ]);
    expect(states().filter(({ surging }) => surging === 1)).toHaveLength(1);
  });
});

describe('kept states', () => {
  it('follow every door: new events, links, activities, who took part, merges, conversion, undo', async () => {
    const steps: (() => unknown)[] = [
      () => harness.fill((db) => addEvent(db, { leadId: 'l1' })),
      () => harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW - 3 * DAY_MS })),
      () => harness.fill((db) => addEvent(db, { id: 'linked', contactId: 'c1', accountId: 'a1' })),
      () => harness.fill((db) => updateRow(db, behaviourEvent, 'linked', { accountId: 'a2' })),
      () => harness.fill((db) => updateRow(db, behaviourEvent, 'linked', { counted: 0 })),
      () =>
        harness.must(activityContract.log, activityHandlers.log, {
          kind: 'demo',
          subject: '演示',
          opportunityId: 'd1',
          contactIds: ['c1', 'c2'],
        }),
      () => harness.must(activityContract.log, activityHandlers.log, { kind: 'call', subject: '电话', leadId: 'l2' }),
      () =>
        harness.fill((db) => {
          makeActivity(db, 'mine', { at: NOW - DAY_MS }, ['c2']);
          insertRow(db, stakeholder, { id: 's9', opportunityId: 'd2', contactId: 'c2' });
        }),
      () => harness.fill((db) => updateRow(db, activity, 'mine', { kind: 'meeting', accountId: 'a2' })),
      () => harness.fill((db) => updateRow(db, stakeholder, 's9', { removedAt: NOW })),
      () => harness.fill((db) => updateRow(db, contact, 'c2', { accountId: 'a2' })),
      () => harness.must(activityContract.remove, activityHandlers.remove, { id: 'mine' }),
      () =>
        harness.must(leadContract.convert, leadHandlers.convert, {
          id: 'l1',
          account: { fields: { name: '新客户' } },
          contact: { fields: { name: '新人' } },
          deal: { name: '新商机' },
        }),
    ];
    for (const step of steps) {
      await step();
      refresh();
      expectStatesRight();
    }
    const conversion = harness.lastTransaction()!;
    harness.context.write(
      'changes.undo',
      (db) => {
        const undone = undoTransaction(db, conversion);
        return undone;
      },
      { undoes: [conversion] },
    );
    refresh();
    expectStatesRight();
    expect(states().some(({ entity, entityId }) => entity === 'lead' && entityId === 'l1')).toBe(true);
  });

  it('are the same after a merge of two people', () => {
    harness.fill((db) => {
      addEvent(db, { contactId: 'c1' });
      addEvent(db, { contactId: 'c2' });
    });
    refresh();
    harness.fill((db) => {
      mergeRecords(db, { entity: 'contact', winnerId: 'c1', loserId: 'c2', now: NOW });
    });
    refresh();
    expectStatesRight();
  });

  it('are never asked while an event waits, and readers see it at once', async () => {
    harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW }));
    refresh();
    harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW }));
    const [row] = await harness.must(contract.pointsOf, handlers.pointsOf, { entity: 'lead', ids: ['l1'] });
    expect(row!.points).toBeCloseTo(10, 9);
  });

  it('wait for an event that is still to come', async () => {
    harness.fill((db) => {
      addEvent(db, { leadId: 'l1', at: NOW - 1000 });
      addEvent(db, { leadId: 'l1', at: NOW + DAY_MS });
    });
    refresh();
    const at = async (now: number) => {
      harness.at(now);
      const [row] = await harness.must(contract.pointsOf, handlers.pointsOf, { entity: 'lead', ids: ['l1'] });
      return row!.points;
    };
    expect(await at(NOW)).toBeCloseTo(5, 3);
    expect(await at(NOW + DAY_MS)).toBeGreaterThan(9);
  });

  it('note a figure when it differs by a point, at most once a day, and fade by the daily walk', () => {
    const notes = () =>
      harness.context.db.all<{ value: number; asOf: number }>(
        "SELECT value, asOf FROM scoreHistory WHERE kind = 'lead' AND entityId = 'l1' ORDER BY asOf",
      );
    harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW }));
    refresh();
    harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW }));
    refresh(NOW + 1000);
    expect(notes()).toEqual([{ value: expect.closeTo(5, 9) as number, asOf: NOW }]);
    const walk = (now: number) =>
      harness.fill((db) => void refreshDaily(db, moment(now), { entity: '', entityId: '' }, 9));
    walk(NOW + DAY_MS);
    walk(NOW + DAY_MS + 1000);
    expect(notes().map(({ asOf }) => asOf)).toEqual([NOW, NOW + DAY_MS]);
    expect(notes()[1]!.value).toBeCloseTo(10 * 2 ** (-1 / 30), 9);
    walk(NOW + 500 * DAY_MS);
    expect(notes().at(-1)!.value).toBe(0);
    expect(states()).toEqual([]);
  });
});

describe('rules', () => {
  it('are the shipped ones until somebody changes them; kinds without a rule are listed', async () => {
    harness.fill((db) => addEvent(db, { kind: '参观样板间', leadId: 'l1' }));
    const found = await harness.must(contract.rules, handlers.rules, {});
    expect(found.shipped).toBe(true);
    expect(found.rules).toEqual([...defaultBehaviourRules]);
    expect(found.withoutRule).toEqual([{ kind: '参观样板间', count: 1 }]);
    expect((await points('lead', 'l1')).points).toBe(0);
    const own = { ...defaultBehaviourRules[1]!, kind: '参观样板间', name: '参观样板间' };
    await harness.must(contract.saveRules, handlers.saveRules, { rules: [...defaultBehaviourRules, own] });
    expect((await points('lead', 'l1')).points).toBeGreaterThan(4);
  });

  it('that do not hold are refused by name; saving is undone as one', async () => {
    harness.fill((db) => addEvent(db, { leadId: 'l1', at: NOW }));
    refresh();
    const rules = defaultBehaviourRules.map((rule) => (rule.kind === 'download' ? { ...rule, points: 9 } : rule));
    const bad = await harness.call(contract.saveRules, handlers.saveRules, {
      rules: rules.map((rule) => (rule.kind === 'download' ? { ...rule, dayCap: 3 } : rule)),
    });
    expect(bad).toMatchObject({
      ok: false,
      error: { type: 'badRules', problems: [{ index: 1, code: 'dayCapTooSmall' }] },
    });
    await harness.must(contract.saveRules, handlers.saveRules, { rules });
    expect((await points('lead', 'l1')).points).toBeCloseTo(9, 9);
    refresh();
    expectStatesRight();
    const saved = harness.lastTransaction()!;
    harness.context.write('changes.undo', (db) => undoTransaction(db, saved), { undoes: [saved] });
    expect((await points('lead', 'l1')).points).toBeCloseTo(5, 9);
    const [row] = await harness.must(contract.pointsOf, handlers.pointsOf, { entity: 'lead', ids: ['l1'] });
    expect(row!.points).toBeCloseTo(5, 9);
  });

  it('are tried on the own records before they are saved', async () => {
    harness.fill((db) => {
      addEvent(db, { leadId: 'l1', at: NOW });
      addEvent(db, { leadId: 'l2', at: NOW, kind: 'form' });
    });
    const rules = defaultBehaviourRules.map((rule) =>
      rule.kind === 'download' ? { ...rule, points: 25, dayCap: 25, totalCap: 50 } : rule,
    );
    const tried = await harness.must(contract.preview, handlers.preview, { rules });
    expect(tried).toMatchObject({ records: 2, moved: 1, now: [2, 0, 0, 0, 0], draft: [1, 1, 0, 0, 0], problems: [] });
    expect(tried.movers).toEqual([
      { id: 'l1', name: 'l1', now: expect.closeTo(5, 9) as number, draft: expect.closeTo(25, 9) as number },
    ]);
    for (const entity of ['contact', 'account', 'opportunity'] as const)
      expect((await harness.must(contract.preview, handlers.preview, { rules, entity })).records).toBe(0);
  });
});

describe('events that are nobody’s', () => {
  beforeEach(() => {
    const who = JSON.stringify({ email: 'a@b.cn' });
    harness.fill((db) => {
      addEvent(db, { id: 'u1', unmatched: 'unknown', who });
      addEvent(db, { id: 'u2', unmatched: 'unknown', who, at: NOW - 2 * DAY_MS });
      addEvent(db, { id: 'u3', unmatched: 'nobody' });
    });
  });

  it('are listed with what the file said, and assigned with all that name the same one', async () => {
    const { rows } = await harness.must(contract.unmatched, handlers.unmatched, {});
    expect(rows[0]).toMatchObject({ reason: 'unknown', who: { email: 'a@b.cn' } });
    const to = { entity: 'contact' as const, id: 'c1' };
    expect(await harness.must(contract.assign, handlers.assign, { ids: ['u1'], to })).toEqual({ assigned: 2 });
    expect(await list()).toEqual(['u3']);
    expect((await points('account', 'a1')).total).toBe(2);
    const again = await harness.call(contract.assign, handlers.assign, { ids: ['u1'], to });
    expect(again).toMatchObject({ ok: false, error: { type: 'alreadyMatched' } });
    const saved = harness.lastTransaction()!;
    harness.context.write('changes.undo', (db) => undoTransaction(db, saved), { undoes: [saved] });
    expect((await list()).length).toBe(3);
  });

  it('may be dismissed, and are not given to what is not there', async () => {
    const to = { entity: 'lead' as const, id: 'none' };
    const lost = await harness.call(contract.assign, handlers.assign, { ids: ['u1'], to });
    expect(lost).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect(await harness.must(contract.dismiss, handlers.dismiss, { ids: ['u3', 'none'] })).toEqual({ dismissed: 1 });
    expect(await list()).toEqual(['u1', 'u2']);
  });
});
