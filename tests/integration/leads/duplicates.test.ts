import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { referencesTo } from '#db/queries/duplicates/recordReferences.ts';
import { insertRow } from '#db/rows.ts';
import { behaviourEvent, fact } from '#db/schema/account.ts';
import { externalRef } from '#db/schema/intake.ts';
import { stakeholder, stakeholderRelation } from '#db/schema/powerMap.ts';
import { appendOnlyTables } from '#db/schema/schema.ts';
import { attachment, directive } from '#db/schema/work.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { duplicateHandlers as call } from '#electron/features/duplicates/duplicateHandlers.ts';
import { leadHandlers } from '#electron/features/leads/leadHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { duplicateEntities } from '#shared/domain/leads/duplicateKeys.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { makeAccount, makeActivity, makeContact, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

const { pairs, merge, dismiss, compare, find } = duplicateContract;
const digest = () => stateDigest(harness.context.db);
const undo = () => harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
const value = (sql: string, ...ids: string[]) =>
  harness.context.db.all<Record<string, unknown>>(sql, ...ids).map((row) => Object.values(row)[0]);
const pairIds = async (input: Parameters<typeof harness.must<typeof pairs>>[2]) =>
  (await harness.must(pairs, call.pairs, input)).pairs.map((pair) => [pair.oneId, pair.otherId, pair.level]);

describe('duplicate.pairs', () => {
  it('queues companies that are one, the surest first, whatever they are called', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a', { name: '云杉精密科技有限公司', creditCode: '91310000MA1FL0ABCD' });
      makeAccount(db, 'b', { name: '云杉（精密）科技', creditCode: '91310000ma1fl0abcd' });
      makeAccount(db, 'c', { name: '上海市云杉精密科技股份有限公司' });
      makeAccount(db, 'd', { name: '北京云杉精密科技有限公司' });
      makeAccount(db, 'e', { name: '上海第一人民医院' });
      makeAccount(db, 'f', { name: '杭州第一人民医院' });
      makeAccount(db, 'g', { name: '云杉精密科技', removedAt: NOW });
    });
    const all = await pairIds({ entity: 'account' });
    expect(all[0]).toEqual(['a', 'b', 'sure']);
    expect(all.slice(1).toSorted((x, y) => (String(x) < String(y) ? -1 : 1))).toEqual([
      ['a', 'c', 'likely'],
      ['a', 'd', 'likely'],
      ['b', 'c', 'likely'],
      ['b', 'd', 'likely'],
    ]);
    expect(all.flat()).not.toContain('e');
    expect(all).not.toContainEqual(['c', 'd', expect.anything()]);
  });

  it('takes different credit codes for different companies', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a', { name: '云杉精密', creditCode: '91310000MA1FL0ABCD' });
      makeAccount(db, 'b', { name: '云杉精密', creditCode: '91310000MA1FL0ZZZZ' });
    });
    expect(await pairIds({ entity: 'account' })).toEqual([]);
    expect(await pairIds({ entity: 'account', level: 'possible' })).toEqual([['a', 'b', 'possible']]);
  });

  it('queues people by number, address, or name within one account, and leads by company', async () => {
    harness.fill((db) => {
      makeAccount(db, 'x');
      makeContact(db, 'p', 'x', { name: '李娜', mobile: '13800138000' });
      makeContact(db, 'q', null, { name: '李娜（采购）', mobile: '+8613800138000' });
      makeContact(db, 'r', 'x', { name: '李 娜' });
      makeContact(db, 's', null, { name: '李娜' });
      makeLead(db, 'l1', { company: '云杉', personName: '甲' });
      makeLead(db, 'l2', { company: '云杉公司', personName: '乙' });
      makeLead(db, 'l3', { company: '云杉有限公司', personName: '甲', status: 'converted' });
    });
    expect(await pairIds({ entity: 'contact' })).toEqual([
      ['p', 'q', 'sure'],
      ['p', 'r', 'likely'],
    ]);
    expect(await pairIds({ entity: 'lead' })).toEqual([['l1', 'l2', 'likely']]);
  });

  it('compares a crowd neighbour by neighbour and pages', async () => {
    harness.fill((db) => {
      for (let n = 0; n < 30; n += 1) makeLead(db, `l${String(n).padStart(2, '0')}`, { company: '展会名录' });
    });
    const first = await harness.must(pairs, call.pairs, { entity: 'lead', limit: 10 });
    expect(first.total).toBe(29);
    expect(first.pairs).toHaveLength(10);
    const last = await harness.must(pairs, call.pairs, { entity: 'lead', limit: 10, offset: 20 });
    expect(last.pairs).toHaveLength(9);
  });
});

describe('duplicate.dismiss', () => {
  it('takes a pair out of the queue whichever way round it is said, and undo brings it back', async () => {
    harness.fill((db) => {
      makeLead(db, 'a', { mobile: '13800138000' });
      makeLead(db, 'b', { mobile: '13800138000' });
    });
    await harness.must(dismiss, call.dismiss, { entity: 'lead', oneId: 'b', otherId: 'a' });
    expect(await pairIds({ entity: 'lead' })).toEqual([]);
    expect((await harness.must(leadContract.page, leadHandlers.page, { id: 'a' })).likely).toEqual([]);
    await harness.must(dismiss, call.dismiss, { entity: 'lead', oneId: 'a', otherId: 'b' });
    expect(value('SELECT count(*) FROM notDuplicate')).toEqual([1]);
  });

  it('is refused for one record and for one that is not there', async () => {
    harness.fill((db) => makeLead(db, 'a'));
    expect(await harness.call(dismiss, call.dismiss, { entity: 'lead', oneId: 'a', otherId: 'a' })).toMatchObject({
      error: { type: 'sameRecord' },
    });
    expect(await harness.call(dismiss, call.dismiss, { entity: 'lead', oneId: 'a', otherId: 'x' })).toMatchObject({
      error: { type: 'notFound', entity: 'lead', id: 'x' },
    });
  });
});

const mergeError = async (input: object) => {
  const answer = await harness.call(merge, call.merge, {
    entity: 'account',
    winnerId: 'keep',
    loserId: 'twin',
    ...input,
  } as never);
  return answer.ok ? null : answer.error;
};

describe('duplicate.merge of accounts', () => {
  beforeEach(() =>
    harness.fill((db) => {
      makeAccount(db, 'group', { name: '集团' });
      makeAccount(db, 'twin', {
        name: '云杉精密科技有限公司',
        city: '上海',
        parentId: 'group',
        createdAt: NOW - 5,
        custom: '{"级别":"B","来源系统":"CRM"}',
      });
      makeAccount(db, 'keep', { name: '云杉精密', city: '', parentId: 'twin', note: '老客户', custom: '{"级别":"A"}' });
      makeAccount(db, 'child', { parentId: 'twin' });
      makeDeal(db, 'd', 'twin');
      makeContact(db, 'c', 'twin');
      makeActivity(db, 'x', { accountId: 'twin' });
      makeTask(db, 't', { accountId: 'twin' });
      makeLead(db, 'l', { accountId: 'twin', status: 'converted' });
      insertRow(db, fact, { id: 'f', accountId: 'twin', label: '注册资本' });
      insertRow(db, behaviourEvent, { id: 'e', accountId: 'twin', kind: 'siteVisit', at: NOW });
      insertRow(db, directive, { id: 'i', accountId: 'twin', text: '盯住' });
      insertRow(db, attachment, { id: 'at', entity: 'account', entityId: 'twin', createdAt: NOW });
      insertRow(db, externalRef, { id: 'er', source: 'crm', entity: 'account', externalId: '7', entityId: 'twin' });
      insertRow(db, externalRef, { id: 'other', source: 'crm', entity: 'contact', externalId: '7', entityId: 'twin' });
    }),
  );

  it('moves everything, keeps chosen values, opens the circle, and one undo restores every value', async () => {
    const before = digest();
    const answer = await harness.must(merge, call.merge, {
      entity: 'account',
      winnerId: 'keep',
      loserId: 'twin',
      choices: { name: 'loser' },
    });
    expect(answer.id).toBe('keep');
    const pointing = referencesTo('account').flatMap(({ table, column }) =>
      value(`SELECT id FROM "${table}" WHERE "${column}" = 'twin'`),
    );
    expect(pointing).toEqual([]);
    expect(
      value("SELECT entityId FROM attachment UNION ALL SELECT entityId FROM externalRef WHERE entity = 'account'"),
    ).toEqual(['keep', 'keep']);
    expect(value("SELECT entityId FROM externalRef WHERE id = 'other'")).toEqual(['twin']);
    const kept = harness.context.db.get<Record<string, unknown>>("SELECT * FROM account WHERE id = 'keep'");
    expect(kept).toMatchObject({
      name: '云杉精密科技有限公司',
      city: '上海',
      note: '老客户',
      parentId: null,
      createdAt: NOW - 5,
      removedAt: null,
    });
    expect(JSON.parse(String(kept?.custom))).toEqual({ 级别: 'A', 来源系统: 'CRM' });
    expect(value("SELECT mergedIntoId || ' ' || removedAt FROM account WHERE id = 'twin'")).toEqual([`keep ${NOW}`]);
    expect(value("SELECT parentId FROM account WHERE id = 'child'")).toEqual(['keep']);
    await undo();
    expect(digest()).toEqual(before);
  });

  it('refuses itself, the merged, the unknown and fields that are none', async () => {
    expect(await mergeError({ loserId: 'keep' })).toEqual({ type: 'sameRecord' });
    expect(await mergeError({ loserId: 'nobody' })).toEqual({ type: 'notFound', entity: 'account', id: 'nobody' });
    expect(await mergeError({ winnerId: 'nobody' })).toEqual({ type: 'notFound', entity: 'account', id: 'nobody' });
    expect(await mergeError({ choices: { id: 'loser' } })).toEqual({ type: 'unknownField', field: 'id' });
    expect(await mergeError({ choices: { removedAt: 'loser' } })).toEqual({ type: 'unknownField', field: 'removedAt' });
    expect(await mergeError({})).toBeNull();
    expect(await mergeError({})).toMatchObject({ type: 'notFound' });
  });
});

describe('duplicate.merge of people', () => {
  it('lets a person stand on each map and in each visit once, with the lines of both', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a');
      makeContact(db, 'boss', 'a');
      makeContact(db, 'keep', 'a', { reportsToId: 'boss' });
      makeContact(db, 'twin', 'a', { mobile: '13800138000' });
      db.run("UPDATE contact SET reportsToId = 'twin' WHERE id = 'boss'");
      makeDeal(db, 'd', 'a', { primaryContactId: 'twin' });
      makeDeal(db, 'only', 'a');
      for (const [id, contactId, opportunityId] of [
        ['s1', 'keep', 'd'],
        ['s2', 'twin', 'd'],
        ['s3', 'boss', 'd'],
        ['s4', 'twin', 'only'],
      ] as const) {
        insertRow(db, stakeholder, { id, contactId, opportunityId, createdAt: NOW });
      }
      const line = (id: string, fromId: string, toId: string) =>
        insertRow(db, stakeholderRelation, {
          id,
          opportunityId: 'd',
          fromId,
          toId,
          kind: 'influences',
          createdAt: NOW,
        });
      line('r1', 's2', 's3');
      line('r2', 's1', 's2');
      line('r3', 's1', 's3');
      makeActivity(db, 'x', { accountId: 'a' }, ['keep', 'twin']);
      makeActivity(db, 'y', { accountId: 'a' }, ['twin']);
    });
    const before = digest();
    await harness.must(merge, call.merge, { entity: 'contact', winnerId: 'keep', loserId: 'twin' });
    expect(value("SELECT id FROM stakeholder WHERE contactId = 'keep' AND removedAt IS NULL ORDER BY id")).toEqual([
      's1',
      's4',
    ]);
    expect(value("SELECT id FROM stakeholder WHERE contactId = 'twin' AND removedAt IS NULL")).toEqual([]);
    expect(value("SELECT fromId || '>' || toId FROM stakeholderRelation WHERE removedAt IS NULL")).toEqual(['s1>s3']);
    expect(value('SELECT id FROM activityContact ORDER BY id')).toEqual(['x.keep', 'y.keep']);
    expect(value("SELECT primaryContactId FROM opportunity WHERE id = 'd'")).toEqual(['keep']);
    expect(value("SELECT mobile FROM contact WHERE id = 'keep'")).toEqual(['13800138000']);
    expect(
      value("SELECT coalesce(reportsToId, 'nobody') FROM contact WHERE id IN ('keep', 'boss') ORDER BY id"),
    ).toEqual(['keep', 'nobody']);
    await undo();
    expect(digest()).toEqual(before);
  });
});

describe('duplicate.merge of leads', () => {
  it('keeps what one of them has become, and refuses two that became deals', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a');
      makeDeal(db, 'd', 'a');
      makeLead(db, 'was', { status: 'converted', opportunityId: 'd', accountId: 'a', convertedAt: NOW });
      makeLead(db, 'also', { status: 'converted' });
      makeLead(db, 'new', { mobile: '13800138000' });
      makeActivity(db, 'x', { leadId: 'was' });
      db.run("UPDATE opportunity SET leadId = 'was' WHERE id = 'd'");
    });
    expect(await harness.call(merge, call.merge, { entity: 'lead', winnerId: 'was', loserId: 'also' })).toMatchObject({
      error: { type: 'bothConverted' },
    });
    const before = digest();
    await harness.must(merge, call.merge, { entity: 'lead', winnerId: 'new', loserId: 'was' });
    expect(harness.context.db.get("SELECT * FROM lead WHERE id = 'new'")).toMatchObject({
      status: 'converted',
      opportunityId: 'd',
      company: 'new',
      mobile: '13800138000',
    });
    expect(value('SELECT leadId FROM opportunity UNION ALL SELECT leadId FROM activity')).toEqual(['new', 'new']);
    expect(await harness.call(leadContract.page, leadHandlers.page, { id: 'was' })).toEqual({
      ok: false,
      error: { type: 'merged', intoId: 'new' },
    });
    expect(await harness.must(leadContract.restore, leadHandlers.restore, { ids: ['was'] })).toEqual({ restored: 0 });
    await undo();
    expect(digest()).toEqual(before);
  });

  it('prefers whoever has it in hand over the pool', async () => {
    harness.fill((db) => {
      makeLead(db, 'pool', { status: 'pool', ownerId: null, heldUntil: null });
      makeLead(db, 'held', { ownerId: 'zhou' });
    });
    await harness.must(merge, call.merge, { entity: 'lead', winnerId: 'pool', loserId: 'held' });
    expect(value("SELECT status || ' ' || ownerId FROM lead WHERE id = 'pool'")).toEqual(['new zhou']);
  });
});

describe('looking and comparing', () => {
  it('finds while typing, leaves the record itself out, and says what is in common', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a', { name: '云杉精密科技', shortName: '云杉精密', website: 'yunshan.com' });
      makeContact(db, 'c', 'a', { name: '李娜', wechat: 'LiNa_01' });
    });
    const look = (fields: object, exceptId?: string) =>
      harness.must(find, call.find, { entity: 'lead', fields, ...(exceptId ? { exceptId } : {}) });
    expect(await look({ company: '云杉精密' })).toEqual([
      expect.objectContaining({ entity: 'account', id: 'a', kinds: ['short'], level: 'possible' }),
    ]);
    expect(await look({ wechat: 'lina_01' })).toEqual([expect.objectContaining({ id: 'c', subtitle: '云杉精密科技' })]);
    expect(await look({ email: 'x@yunshan.com' })).toEqual([expect.objectContaining({ kinds: ['domain'] })]);
    expect(await look({})).toEqual([]);
    expect(
      await harness.must(find, call.find, { entity: 'account', fields: { company: '云杉精密科技' }, exceptId: 'a' }),
    ).toEqual([]);
  });

  it('lays two records side by side with names for ids and what points to each', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a', { ownerId: 'lin', city: '上海' });
      makeAccount(db, 'b', { name: '乙' });
      makeDeal(db, 'd', 'b');
    });
    const answer = await harness.must(compare, call.compare, { entity: 'account', oneId: 'a', otherId: 'b' });
    expect(answer.fields).toEqual(['name', 'city', 'ownerId']);
    expect(answer.one).toMatchObject({
      fields: { ownerId: 'lin', city: '上海' },
      names: { ownerId: '林悦' },
      counts: {},
    });
    expect(answer.other).toMatchObject({ fields: { name: '乙', city: '' }, counts: { opportunity: 1 } });
    expect(await harness.call(compare, call.compare, { entity: 'account', oneId: 'a', otherId: 'x' })).toMatchObject({
      error: { type: 'notFound' },
    });
  });

  it('can move every reference there is: no history table points to such records', () => {
    for (const entity of duplicateEntities) {
      const refused = referencesTo(entity).filter(({ table }) => (appendOnlyTables as string[]).includes(table));
      expect(refused).toEqual([]);
      expect(referencesTo(entity).length).toBeGreaterThan(3);
    }
  });
});
