import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasChangedRules, hasUnscored } from '#db/repositories/scoringAttributes.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { attributeScoreHandlers as call } from '#electron/features/attributeScores/attributeScoreHandlers.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { duplicateHandlers } from '#electron/features/duplicates/duplicateHandlers.ts';
import { leadHandlers } from '#electron/features/leads/leadHandlers.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { attributeScoreContract as contract } from '#shared/contract/attributeScore.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { overNumbers, overWords, rulesWith } from '#tests/support/attributeRules.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { makeAccount, makeDeal } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

const general = rulesWith([overWords('region', 40, { 华东: 100, 华南: 60 }), overWords('tier', 60, { A: 100, B: 50 })]);
const hospital = rulesWith([overWords('grade', 100, { 三级: 90, 二级: 40 })], { industries: ['医疗'] });

const save = (name: string, body = general, id?: string) =>
  harness.must(contract.save, call.save, { name, body, ...(id === undefined ? {} : { id }) });
const undo = () => harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
const scores = (entity = 'account') =>
  Object.fromEntries(
    harness.context.db
      .all<{ entityId: string; points: number | null }>(
        'SELECT entityId, points FROM attributeScore WHERE entity = ? ORDER BY entityId',
        entity,
      )
      .map(({ entityId, points }) => [entityId, points]),
  );
const history = (id: string) =>
  harness.context.db
    .all<{ value: number | null }>(
      "SELECT value FROM scoreHistory WHERE entityId = ? AND score = 'attribute' ORDER BY rowid",
      id,
    )
    .map(({ value }) => value);
const makeRecords = () =>
  harness.fill((db) => {
    makeAccount(db, 'a', { region: '华东', tier: 'A' });
    makeAccount(db, 'b', { region: '华南' });
    makeAccount(db, 'h', { industry: '医疗器械', grade: '三级甲等' });
    makeLead(db, 'l', { region: '华东' });
  });

describe('attributeScore.save', () => {
  it('scores every account and lead by the set that is for it, at once', async () => {
    makeRecords();
    const { id } = await save('通用');
    await save('医院', hospital);
    expect(scores()).toEqual({ a: 100, b: 60, h: 90 });
    expect(scores('lead')).toEqual({ l: 100 });
    const sets = await harness.must(contract.sets, call.sets, {});
    expect(sets.map(({ name, scored }) => [name, scored.account, scored.lead])).toEqual([
      ['通用', 2, 1],
      ['医院', 1, 0],
    ]);
    expect(sets.find((set) => set.id === id)).toMatchObject({ industries: [], criteria: 2, readable: true });
    expect(hasUnscored(harness.context.db)).toBe(false);
  });

  it('refuses a draft that cannot work, naming each place, and keeps nothing', async () => {
    const answer = await harness.call(contract.save, call.save, {
      name: '规则',
      body: rulesWith([
        overNumbers('employees', 0, [
          [null, 10, 1],
          [5, null, 2],
        ]),
      ]),
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        type: 'attributeProblems',
        problems: [
          { code: 'weightZero', path: 'criteria.0.weight' },
          { code: 'bandsOverlap', path: 'criteria.0.bands.1' },
          { code: 'nothingForLeads' },
        ],
      },
    });
    expect(await harness.must(contract.sets, call.sets, {})).toEqual([]);
  });

  it('keeps bands in the order of their numbers and answers what the next save must have seen', async () => {
    const { id, revision } = await save(
      ' 规则 ',
      rulesWith([
        overNumbers('employees', 5, [
          [10, null, 9],
          [null, 10, 1],
        ]),
      ]),
    );
    const set = await harness.must(contract.set, call.set, { id });
    expect(set).toMatchObject({ name: '规则', revision });
    expect(set.body.criteria[0]?.earns).toMatchObject({ bands: [{ to: 10 }, { from: 10 }] });
    await save('另一个', set.body, id);
    const late = await harness.call(contract.save, call.save, { id, name: '晚', body: set.body, expected: revision });
    expect(late).toMatchObject({ ok: false, error: { type: 'changedMeanwhile' } });
  });

  it('is refused for a set that is gone and for one that a newer program wrote', async () => {
    expect(await harness.call(contract.save, call.save, { id: 'gone', name: '规则', body: general })).toMatchObject({
      error: { type: 'notFound' },
    });
    const { id } = await save('规则');
    harness.fill((db) => db.run(`UPDATE scoreRuleSet SET body = '{"version":2}' WHERE id = ?`, id));
    for (const answer of [
      await harness.call(contract.save, call.save, { id, name: '规则', body: general }),
      await harness.call(contract.set, call.set, { id }),
      await harness.call(contract.duplicate, call.duplicate, { id, name: '副本' }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { type: 'newerRules' } });
    }
    expect((await harness.must(contract.sets, call.sets, {}))[0]).toMatchObject({ readable: false, criteria: 0 });
    expect(scores()).toEqual({});
  });

  it('is one undo, which scores everybody as before', async () => {
    makeRecords();
    const { id } = await save('通用');
    await save('通用', rulesWith([overWords('region', 10, { 华东: 20, 华南: 30 })]), id);
    expect(scores()).toEqual({ a: 20, b: 30, h: null });
    await undo();
    expect(scores()).toEqual({ a: 100, b: 60, h: null });
    expect(history('a')).toEqual([100, 20, 100]);
  });
});

describe('the other ways of a rule set', () => {
  it('comes from a template in the chosen language, a second time under another name', async () => {
    const first = await harness.must(contract.addFromTemplate, call.addFromTemplate, { templateKey: 'medicalDevice' });
    await harness.must(contract.addFromTemplate, call.addFromTemplate, { templateKey: 'medicalDevice' });
    await harness.must(contract.addFromTemplate, call.addFromTemplate, { templateKey: 'saas', language: 'en' });
    const sets = await harness.must(contract.sets, call.sets, {});
    expect(sets.map(({ name }) => name)).toEqual(['Software buyers', '医疗器械客户', '医疗器械客户 2']);
    expect(sets.find(({ id }) => id === first.id)).toMatchObject({ template: 'medicalDevice', problems: [] });
    const templates = await harness.must(contract.templates, call.templates, {});
    expect(templates).toHaveLength(7);
    expect(await harness.call(contract.addFromTemplate, call.addFromTemplate, { templateKey: 'none' })).toMatchObject({
      error: { type: 'unknownTemplate' },
    });
  });

  it('is copied, and removed so that the next set takes its records; undo gives them back', async () => {
    makeRecords();
    await save('通用');
    const { id } = await save('医院', hospital);
    await harness.must(contract.duplicate, call.duplicate, { id, name: '医院 副本' });
    await harness.must(contract.remove, call.remove, { id });
    expect(scores()).toMatchObject({ h: 90 });
    const copy = (await harness.must(contract.sets, call.sets, {})).find(({ name }) => name === '医院 副本')?.id ?? '';
    await harness.must(contract.remove, call.remove, { id: copy });
    expect(scores()).toMatchObject({ h: null });
    await undo();
    expect(scores()).toMatchObject({ h: 90 });
    for (const gone of [id, 'none']) {
      expect(await harness.call(contract.remove, call.remove, { id: gone })).toMatchObject({
        error: { type: 'notFound' },
      });
      expect(await harness.call(contract.duplicate, call.duplicate, { id: gone, name: '副本' })).toMatchObject({
        error: { type: 'notFound' },
      });
    }
  });
});

describe('a score follows its record through every door', () => {
  beforeEach(async () => {
    makeRecords();
    await save('通用');
    await save('医院', hospital);
  });

  it('an edit, its undo, a new record and the trash', async () => {
    await harness.must(accountContract.update, accountHandlers.update, { id: 'a', fields: { region: '华南' } });
    expect(scores()['a']).toBe(84);
    await undo();
    expect(scores()['a']).toBe(100);
    await harness.must(accountContract.update, accountHandlers.update, { id: 'a', fields: { industry: '医疗服务' } });
    expect(scores()['a']).toBeNull();
    const { id } = await harness.must(accountContract.create, accountHandlers.create, {
      fields: { name: '新客户', region: '华东', tier: 'B' },
    });
    expect(scores()[id]).toBe(70);
    await harness.must(accountContract.remove, accountHandlers.remove, { id: 'b' });
    expect(Object.keys(scores())).not.toContain('b');
    await undo();
    expect(scores()['b']).toBe(60);
    expect(history('b')).toEqual([60, 60]);
  });

  it('a lead that is edited', async () => {
    await harness.must(leadContract.update, leadHandlers.update, { id: 'l', fields: { region: '' } });
    expect(scores('lead')['l']).toBeNull();
    await harness.must(leadContract.update, leadHandlers.update, { id: 'l', fields: { region: '华南' } });
    expect(history('l')).toEqual([100, null, 60]);
  });

  it('a merge, and another program that writes past ours', async () => {
    await harness.must(duplicateContract.merge, duplicateHandlers.merge, {
      entity: 'account',
      winnerId: 'b',
      loserId: 'a',
    });
    expect(scores()).toEqual({ b: 84, h: 90 });
    await undo();
    expect(scores()).toEqual({ a: 100, b: 60, h: 90 });
    harness.fill((db) => db.run("UPDATE account SET grade = '二级' WHERE id = 'h'"));
    expect(scores()['h']).toBe(40);
  });

  it('what concerns no rule makes no history', async () => {
    await harness.must(accountContract.update, accountHandlers.update, { id: 'a', fields: { city: '苏州市' } });
    await harness.must(accountContract.update, accountHandlers.update, { id: 'a', fields: { phone: '021' } });
    expect(history('a')).toEqual([100]);
  });
});

describe('attributeScore.ofRecord', () => {
  it('shows what each criterion brings and what is missing; a deal has that of its account', async () => {
    makeRecords();
    harness.fill((db) => {
      makeDeal(db, 'd', 'b');
      makeDeal(db, 'e', null);
    });
    const none = await harness.must(contract.ofRecord, call.ofRecord, { entity: 'account', id: 'b' });
    expect(none).toMatchObject({ set: null, figure: null, record: { id: 'b' } });
    const { id } = await save('通用');
    const own = await harness.must(contract.ofRecord, call.ofRecord, { entity: 'account', id: 'b' });
    expect(own).toMatchObject({
      record: { entity: 'account', id: 'b' },
      set: { id, name: '通用' },
      figure: { points: 60, completeness: 0.4, low: 24, high: 84, thin: false },
      parts: [
        { field: 'region', fact: '华南', level: 60, earned: 24, weight: 40 },
        { field: 'tier', fact: null, level: null, earned: null },
      ],
    });
    expect(await harness.must(contract.ofRecord, call.ofRecord, { entity: 'opportunity', id: 'd' })).toEqual(own);
    expect(await harness.must(contract.ofRecord, call.ofRecord, { entity: 'opportunity', id: 'e' })).toMatchObject({
      record: null,
    });
    for (const entity of ['account', 'lead', 'opportunity'] as const) {
      expect(await harness.call(contract.ofRecord, call.ofRecord, { entity, id: 'none' })).toMatchObject({
        error: { type: 'notFound' },
      });
    }
  });
});

describe('attributeScore.preview', () => {
  it('shows the records of the set now and with the draft, who moves and how far, and writes nothing', async () => {
    makeRecords();
    const { id } = await save('通用');
    const draft = rulesWith([overWords('region', 40, { 华东: 50, 华南: 100 })]);
    const preview = await harness.must(contract.preview, call.preview, { name: '通用', body: draft, ruleSetId: id });
    expect(preview.account.records).toBe(3);
    expect(preview.account.now).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
    expect(preview.account.draft).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(preview.account).toMatchObject({ moved: 2, thin: { now: 1, draft: 1 }, completeness: [1, 0, 0, 2] });
    expect(preview.up.map(({ id: who, from, to }) => [who, from, to])).toEqual([['b', 60, 100]]);
    expect(preview.down.map(({ id: who, from, to }) => [who, from, to])).toEqual([
      ['a', 100, 50],
      ['l', 100, 50],
    ]);
    expect(scores()).toEqual({ a: 100, b: 60, h: null });
  });

  it('of a new set for some industries concerns only these', async () => {
    makeRecords();
    await save('通用');
    const preview = await harness.must(contract.preview, call.preview, { name: '医院', body: hospital });
    expect(preview.account).toMatchObject({ records: 1, thin: { now: 1, draft: 0 }, median: { now: null, draft: 90 } });
    expect(preview.lead.records).toBe(0);
  });

  it('hears of records that changed since', async () => {
    makeRecords();
    const first = await harness.must(contract.preview, call.preview, { body: general });
    harness.fill((db) => makeAccount(db, 'c', { region: '华东' }));
    const second = await harness.must(contract.preview, call.preview, { body: general });
    expect([first.account.records, second.account.records]).toEqual([3, 4]);
  });
});

describe('what the workspace knows', () => {
  it('is counted per field, own fields included, and listed by how often it occurs', async () => {
    makeRecords();
    harness.fill((db) => {
      makeAccount(db, 'x', { region: '华东', employees: 300, custom: '{"床位数":"1,200 张","空":""}' });
      makeAccount(db, 'y', { removedAt: NOW, region: '西北' });
    });
    const { records, fields } = await harness.must(contract.fields, call.fields, {});
    expect(records).toEqual({ account: 4, lead: 1 });
    expect(fields.find(({ field }) => field === 'region')?.known).toEqual({ account: 3, lead: 1 });
    expect(fields.find(({ field }) => field === 'custom:床位数')?.known).toEqual({ account: 1, lead: 0 });
    expect(fields.map(({ field }) => field)).not.toContain('custom:空');
    const regions = await harness.must(contract.values, call.values, { field: 'region' });
    expect(regions).toEqual({
      values: [
        { value: '华东', count: 3 },
        { value: '华南', count: 1 },
      ],
      numbers: null,
    });
    const ofHospitals = { field: 'grade', industries: ['医疗'] };
    expect((await harness.must(contract.values, call.values, ofHospitals)).values).toEqual([
      { value: '三级甲等', count: 1 },
    ]);
    const others = { field: 'grade', industries: ['软件'] };
    expect((await harness.must(contract.values, call.values, others)).values).toEqual([]);
    const beds = await harness.must(contract.values, call.values, { field: 'custom:床位数' });
    expect(beds.numbers).toEqual([1200, 1200, 1200, 1200, 1200]);
    expect((await harness.must(contract.values, call.values, { field: 'nonsense' })).values).toEqual([]);
  });
});

describe('lists', () => {
  it('show the score and order by it, those of which too little is known after the firm ones', async () => {
    makeRecords();
    harness.fill((db) => {
      makeAccount(db, 'thin', { region: '华东', custom: '{}' });
      makeLead(db, 'm', { region: '华南' });
      makeLead(db, 'n', {});
    });
    await save('通用', { ...general, leastKnown: 0.5 });
    const accounts = await harness.must(accountContract.list, accountHandlers.list, { sortBy: 'attribute' });
    expect(accounts.rows.map(({ id, attribute }) => [id, attribute?.points, attribute?.thin])).toEqual([
      ['a', 100, false],
      ['thin', 100, true],
      ['b', 60, true],
      ['h', null, true],
    ]);
    const leads = await harness.must(leadContract.list, leadHandlers.list, { sortBy: 'attribute' });
    expect(leads.rows.map(({ id, attribute }) => [id, attribute?.points])).toEqual([
      ['l', 100],
      ['m', 60],
      ['n', null],
    ]);
  });
});

describe('a large workspace', () => {
  it('leaves the scoring after a change of rules to a worker', async () => {
    harness.fill((db) => {
      for (let n = 0; n < 1600; n += 1) makeAccount(db, `a${n}`, { region: '华东' });
    });
    let ran = '';
    const context = {
      ...harness.context,
      db: harness.context.db,
      runJob: (job: { readonly name: string }) => {
        ran = job.name;
        return Promise.resolve({ looked: 0 } as never);
      },
    };
    const answer = await call.save(context, { name: '通用', body: general });
    expect(answer.ok).toBe(true);
    expect(ran).toBe('rescoreAttributes');
    expect(hasChangedRules(harness.context.db)).toBe(true);
    expect(scores()).toEqual({});
    // What is edited meanwhile has its score at once.
    await harness.must(accountContract.update, accountHandlers.update, { id: 'a7', fields: { tier: 'A' } });
    expect(scores()).toEqual({ a7: 100 });
  });
});
