import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { powerMapHandlers as call } from '#electron/features/powerMap/powerMapHandlers.ts';
import { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

const { get, add, update, remove, relate, unrelate } = powerMapContract;
let harness: HandlerHarness;

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital', { name: '望澜医院' });
    for (const id of ['chen', 'xu', 'zhao']) makeContact(db, id, 'hospital', { department: '院领导' });
    makeContact(db, 'retired', 'hospital', { leftAt: NOW });
    makeDeal(db, 'mri', 'hospital', { name: '磁共振' });
    makeDeal(db, 'ct', 'hospital');
    makeDeal(db, 'homeless', null);
    makeDeal(db, 'trashed', 'hospital', { removedAt: NOW });
  });
});
afterEach(() => harness.end());

const map = (opportunityId = 'mri') => harness.must(get, call.get, { opportunityId });
const put = async (contactId: string, reportsToId: string | null = null, opportunityId = 'mri') =>
  (await harness.must(add, call.add, { opportunityId, who: { contactId }, reportsToId })).id;

const stanceOfFirst = async () => (await map()).stakeholders.map((one) => [one.stance, one.stanceDate])[0];

const draw = (fromId: string, toId: string, kind: 'reportsTo' | 'influences' | 'conflict', more: object = {}) =>
  harness.call(relate, call.relate, { opportunityId: 'mri', fromId, toId, fields: { kind, ...more } });

const drawnLines = async () => (await map()).relations.map((line) => `${line.kind} ${line.fromId}>${line.toId}`);

describe('powerMap.get', () => {
  it('shows who is on the map, the account, and who could be added', async () => {
    await put('xu');
    const answer = await map();
    expect(answer.opportunity).toEqual({ id: 'mri', name: '磁共振' });
    expect(answer.account).toEqual({ id: 'hospital', name: '望澜医院' });
    expect(answer.candidates.map((candidate) => candidate.id)).toEqual(['chen', 'zhao']);
    expect(answer.stakeholders).toEqual([
      expect.objectContaining({
        contact: { id: 'xu', name: 'xu' },
        departmentShown: '院领导',
        stance: 'unknown',
        touches90: 0,
      }),
    ]);
  });

  it('counts contacts of the last 90 days on this deal, and the last contact on any', async () => {
    await put('xu');
    harness.fill((db) => {
      makeActivity(db, 'a', { opportunityId: 'mri', at: NOW - 89 * DAY_MS }, ['xu', 'zhao']);
      makeActivity(db, 'b', { opportunityId: 'mri', at: NOW - 91 * DAY_MS }, ['xu']);
      makeActivity(db, 'c', { opportunityId: 'ct', at: NOW - DAY_MS }, ['xu']);
      makeActivity(db, 'd', { opportunityId: 'mri', at: NOW - 2, kind: 'note' }, ['xu']);
      makeActivity(db, 'e', { opportunityId: 'mri', at: NOW - 1, removedAt: NOW }, ['xu']);
      makeActivity(db, 'f', { opportunityId: 'mri', at: NOW + 1 }, ['xu']);
    });
    expect((await map()).stakeholders[0]).toMatchObject({ touches90: 1, lastTouchAt: NOW - DAY_MS });
  });

  it('shows rows of a newer program by what says least, and leaves out lines it does not know', async () => {
    const [xu, zhao] = [await put('xu'), await put('zhao')];
    await harness.must(relate, call.relate, {
      opportunityId: 'mri',
      fromId: xu,
      toId: zhao,
      fields: { kind: 'alliance' },
    });
    harness.fill((db) => {
      db.run(
        "UPDATE stakeholder SET stance = 'mentor', roles = '[\"decider\",\"guru\"]', coverage = '?' WHERE id = ?",
        xu,
      );
      db.run("UPDATE stakeholderRelation SET kind = 'marries'");
    });
    const answer = await map();
    expect(answer.stakeholders[0]).toMatchObject({ stance: 'unknown', roles: ['decider'], coverage: 'unknown' });
    expect(answer.relations).toEqual([]);
  });

  it('does not find a trashed deal', async () => {
    expect(await harness.call(get, call.get, { opportunityId: 'trashed' })).toEqual({
      ok: false,
      error: { type: 'notFound', entity: 'opportunity', id: 'trashed' },
    });
  });
});

describe('powerMap.add', () => {
  it('makes a new person a contact of the deal’s account', async () => {
    const answer = await harness.must(add, call.add, {
      opportunityId: 'mri',
      who: { newPerson: { name: '罗浩', title: '信息科科长', department: '信息科' } },
      fields: { influence: 4, roles: ['user', 'user'], stance: 'neutral' },
    });
    expect((await map()).stakeholders[0]).toMatchObject({
      id: answer.id,
      contact: { id: answer.contactId, name: '罗浩' },
      title: '信息科科长',
      departmentShown: '信息科',
      influence: 4,
      roles: ['user'],
      stance: 'neutral',
      stanceDate: '2026-09-14',
    });
    const homeless = await harness.must(add, call.add, {
      opportunityId: 'homeless',
      who: { newPerson: { name: '某人' } },
    });
    expect((await map('homeless')).stakeholders[0]?.contact?.id).toBe(homeless.contactId);
  });

  it('adds a vacant role, and as many as are looked for', async () => {
    for (const vacantLabel of ['论证专家组组长', '招标代理']) {
      expect(await harness.must(add, call.add, { opportunityId: 'mri', who: { vacantLabel } })).toMatchObject({
        contactId: null,
      });
    }
    expect((await map()).stakeholders.map((one) => [one.contact, one.vacantLabel])).toEqual([
      [null, '论证专家组组长'],
      [null, '招标代理'],
    ]);
  });

  it('draws the line to the superior that is named', async () => {
    const chen = await put('chen');
    const xu = await put('xu', chen);
    expect((await map()).relations).toEqual([
      expect.objectContaining({ fromId: xu, toId: chen, kind: 'reportsTo', confirmed: true }),
    ]);
  });

  it('does not put anybody on a map twice, but back after they were taken off', async () => {
    const xu = await put('xu');
    expect(await harness.call(add, call.add, { opportunityId: 'mri', who: { contactId: 'xu' } })).toEqual({
      ok: false,
      error: { type: 'alreadyOnMap', stakeholderId: xu },
    });
    await put('xu', null, 'ct');
    await harness.must(remove, call.remove, { id: xu });
    expect(await put('xu')).not.toBe(xu);
  });

  it('refuses deals, people and superiors that are not there, and keeps nothing of it', async () => {
    const elsewhere = await put('chen', null, 'ct');
    const tries = [
      { opportunityId: 'trashed', who: { contactId: 'xu' }, reportsToId: null },
      { opportunityId: 'mri', who: { contactId: 'nobody' }, reportsToId: null },
      { opportunityId: 'mri', who: { newPerson: { name: 'x' } }, reportsToId: elsewhere },
    ];
    const entities = ['opportunity', 'contact', 'stakeholder'];
    for (const [index, input] of tries.entries()) {
      const answer = await harness.call(add, call.add, input);
      expect(answer).toMatchObject({ ok: false, error: { type: 'notFound', entity: entities[index] } });
    }
    expect((await map()).stakeholders).toEqual([]);
    expect((await map()).candidates).toHaveLength(3);
  });
});

describe('powerMap.update and remove', () => {
  it('dates a new stance today, keeps a given date, and leaves the date when the stance stays', async () => {
    const id = await put('xu');
    await harness.must(update, call.update, { id, fields: { stance: 'support' } });
    expect(await stanceOfFirst()).toEqual(['support', '2026-09-14']);
    harness.at(NOW + 10 * DAY_MS);
    await harness.must(update, call.update, { id, fields: { stance: 'support', influence: 30 } });
    expect(await stanceOfFirst()).toEqual(['support', '2026-09-14']);
    await harness.must(update, call.update, { id, fields: { stance: 'resist', stanceDate: '2026-09-01' } });
    expect(await stanceOfFirst()).toEqual(['resist', '2026-09-01']);
    await harness.must(update, call.update, { id, fields: { stance: 'unknown' } });
    expect(await stanceOfFirst()).toEqual(['unknown', null]);
  });

  it('takes somebody off with the lines to and from them, and only those', async () => {
    const chen = await put('chen');
    const xu = await put('xu', chen);
    const zhao = await put('zhao', xu);
    await harness.must(relate, call.relate, {
      opportunityId: 'mri',
      fromId: zhao,
      toId: chen,
      fields: { kind: 'influences' },
    });
    await harness.must(remove, call.remove, { id: xu });
    expect((await map()).relations.map((line) => [line.fromId, line.toId])).toEqual([[zhao, chen]]);
  });

  it('does not find who is not on a map', async () => {
    const error = { type: 'notFound', entity: 'stakeholder', id: 'x' };
    expect(await harness.call(update, call.update, { id: 'x', fields: {} })).toEqual({ ok: false, error });
    expect(await harness.call(remove, call.remove, { id: 'x' })).toEqual({ ok: false, error });
  });
});

describe('powerMap.relate', () => {
  it('lets a second superior take the place of the first', async () => {
    const [chen, xu, zhao] = [await put('chen'), await put('xu'), await put('zhao')];
    const first = await draw(zhao, xu, 'reportsTo');
    const second = await draw(zhao, chen, 'reportsTo');
    expect(second).toEqual(first);
    expect(await drawnLines()).toEqual([`reportsTo ${zhao}>${chen}`]);
  });

  it('refuses a circle of superiors, also one that a replaced line does not close any more', async () => {
    const [chen, xu, zhao] = [await put('chen'), await put('xu'), await put('zhao')];
    await draw(xu, chen, 'reportsTo');
    await draw(zhao, xu, 'reportsTo');
    expect(await draw(chen, zhao, 'reportsTo')).toEqual({ ok: false, error: { type: 'circle' } });
    // xu leaves chen for nobody below: zhao reports to xu, so that is a circle; chen is none.
    expect(await draw(xu, zhao, 'reportsTo')).toEqual({ ok: false, error: { type: 'circle' } });
    await draw(zhao, chen, 'reportsTo');
    expect(await draw(xu, zhao, 'reportsTo')).toMatchObject({ ok: true });
    expect(await drawnLines()).toEqual([`reportsTo ${xu}>${zhao}`, `reportsTo ${zhao}>${chen}`]);
  });

  it('changes a line that says the same instead of doubling it, mutual ones from either end', async () => {
    const [xu, zhao] = [await put('xu'), await put('zhao')];
    const first = await draw(xu, zhao, 'influences', { strength: 1 });
    expect(await draw(xu, zhao, 'influences', { strength: 3, confirmed: true })).toEqual(first);
    expect(await draw(zhao, xu, 'influences')).not.toEqual(first);
    const conflict = await draw(xu, zhao, 'conflict');
    expect(await draw(zhao, xu, 'conflict')).toEqual(conflict);
    expect((await map()).relations).toHaveLength(3);
    expect((await map()).relations[0]).toMatchObject({ strength: 3, confirmed: true });
  });

  it('changes the line with the given id, and lets it replace a superior', async () => {
    const [chen, xu, zhao] = [await put('chen'), await put('xu'), await put('zhao')];
    await draw(zhao, xu, 'reportsTo');
    const line = await harness.must(relate, call.relate, {
      opportunityId: 'mri',
      fromId: zhao,
      toId: chen,
      fields: { kind: 'influences', note: '同学' },
    });
    await harness.must(relate, call.relate, {
      id: line.id,
      opportunityId: 'mri',
      fromId: zhao,
      toId: chen,
      fields: { kind: 'reportsTo' },
    });
    expect((await map()).relations).toEqual([
      expect.objectContaining({ id: line.id, kind: 'reportsTo', toId: chen, note: '同学' }),
    ]);
    await harness.must(unrelate, call.unrelate, { id: line.id });
    expect(await drawnLines()).toEqual([]);
    expect(await harness.call(unrelate, call.unrelate, { id: line.id })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });

  it('refuses a line to oneself, to another map, to nobody, and an unknown line', async () => {
    const xu = await put('xu');
    const elsewhere = await put('chen', null, 'ct');
    expect(await draw(xu, xu, 'influences')).toEqual({ ok: false, error: { type: 'toItself' } });
    expect(await draw(xu, elsewhere, 'influences')).toEqual({ ok: false, error: { type: 'otherMap' } });
    expect(await draw(xu, 'nobody', 'influences')).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'stakeholder' },
    });
    const zhao = await put('zhao');
    const unknown = { id: 'x', opportunityId: 'mri', fromId: xu, toId: zhao, fields: { kind: 'influences' as const } };
    expect(await harness.call(relate, call.relate, unknown)).toMatchObject({
      ok: false,
      error: { entity: 'stakeholderRelation' },
    });
  });

  it('takes a superior as known and everything else as inferred unless it is said', async () => {
    const [xu, zhao] = [await put('xu'), await put('zhao')];
    await draw(zhao, xu, 'reportsTo');
    await draw(xu, zhao, 'influences');
    expect((await map()).relations.map((line) => [line.kind, line.confirmed])).toEqual([
      ['reportsTo', true],
      ['influences', false],
    ]);
  });
});
