import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { contactHandlers as call } from '#electron/features/contacts/contactHandlers.ts';
import { powerMapHandlers } from '#electron/features/powerMap/powerMapHandlers.ts';
import { contactContract } from '#shared/contract/account.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

const { page, create, update, remove, suggest } = contactContract;
let harness: HandlerHarness;

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital', { name: '望澜医院' });
    makeAccount(db, 'clinic', { name: '朔原诊所' });
    makeContact(db, 'chen', 'hospital', { name: '陈国栋', title: '院长' });
    makeContact(db, 'xu', 'hospital', { name: '许文澜', reportsToId: 'chen', mobile: '13800001234' });
    makeContact(db, 'zhao', 'hospital', { name: '赵敏', reportsToId: 'xu' });
    makeContact(db, 'zhaoElse', 'clinic', { name: '赵敏' });
    makeDeal(db, 'mri', 'hospital', { name: '磁共振' });
    makeActivity(db, 'visit', { accountId: 'hospital', at: NOW - 5 }, ['zhao']);
  });
});
afterEach(() => harness.end());

const createWith = (fields: { accountId?: string; reportsToId?: string }) =>
  harness.call(create, call.create, { fields: { name: 'x', ...fields } });

const suggestedIds = async (text: string, accountId: string | null = null) =>
  (await harness.must(suggest, call.suggest, { text, accountId })).map((one) => one.id);

describe('contact.page', () => {
  it('shows a person with superior, reports, last contact and part in deals', async () => {
    const { id } = await harness.must(powerMapContract.add, powerMapHandlers.add, {
      opportunityId: 'mri',
      who: { contactId: 'xu' },
      fields: { roles: ['decider'], influence: 20, stance: 'support', coverage: 'brief' },
    });
    expect(await harness.must(page, call.page, { id: 'xu' })).toEqual({
      id: 'xu',
      fields: expect.objectContaining({ name: '许文澜', mobile: '13800001234', reportsToId: 'chen' }),
      account: { id: 'hospital', name: '望澜医院' },
      reportsTo: { id: 'chen', name: '陈国栋' },
      reports: [{ id: 'zhao', name: '赵敏' }],
      createdAt: NOW,
      lastTouchAt: null,
      parts: [
        {
          stakeholderId: id,
          opportunity: { id: 'mri', name: '磁共振' },
          status: 'open',
          stageName: '验证',
          roles: ['decider'],
          stance: 'support',
          influence: 20,
          coverage: 'brief',
        },
      ],
      custom: {},
    });
    expect((await harness.must(page, call.page, { id: 'zhao' })).lastTouchAt).toBe(NOW - 5);
  });

  it('does not find an unknown person', async () => {
    expect(await harness.call(page, call.page, { id: 'x' })).toEqual({
      ok: false,
      error: { type: 'notFound', entity: 'contact', id: 'x' },
    });
  });
});

describe('contact.create and update', () => {
  it('adds a person with nothing but a name', async () => {
    const { id } = await harness.must(create, call.create, { fields: { name: '孙毅' } });
    expect(await harness.must(page, call.page, { id })).toMatchObject({
      fields: { name: '孙毅', accountId: null },
      account: null,
    });
  });

  it('refuses accounts and superiors that are not there', async () => {
    expect(await createWith({ accountId: 'nowhere' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'account' },
    });
    expect(await createWith({ reportsToId: 'nobody' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'contact' },
    });
  });

  it('refuses a circle of superiors and being one’s own superior', async () => {
    const circle = { ok: false, error: { type: 'circle', field: 'reportsToId' } };
    expect(await harness.call(update, call.update, { id: 'chen', fields: { reportsToId: 'zhao' } })).toEqual(circle);
    expect(await harness.call(update, call.update, { id: 'chen', fields: { reportsToId: 'chen' } })).toEqual(circle);
    await harness.must(update, call.update, { id: 'zhao', fields: { reportsToId: 'chen' } });
  });

  it('does not overwrite what changed since the editor saw it', async () => {
    const edit = { id: 'xu', fields: { mobile: '139' }, expected: { mobile: 'older' } };
    expect(await harness.call(update, call.update, edit)).toEqual({
      ok: false,
      error: { type: 'changedMeanwhile', field: 'mobile', now: '13800001234' },
    });
    expect(await harness.call(update, call.update, { id: 'nobody', fields: {} })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('contact.remove', () => {
  it('takes the person off every map in one step that one undo brings back', async () => {
    const add = (contactId: string, reportsToId: string | null = null) =>
      harness.must(powerMapContract.add, powerMapHandlers.add, {
        opportunityId: 'mri',
        who: { contactId },
        reportsToId,
      });
    const xu = await add('xu');
    await add('zhao', xu.id);
    const map = () => harness.must(powerMapContract.get, powerMapHandlers.get, { opportunityId: 'mri' });
    const before = await map();
    await harness.must(remove, call.remove, { id: 'xu' });
    expect((await map()).stakeholders).toHaveLength(1);
    expect((await map()).relations).toEqual([]);
    expect((await harness.must(page, call.page, { id: 'zhao' })).reportsTo).toBeNull();
    await harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
    expect(await map()).toEqual(before);
    expect((await harness.must(page, call.page, { id: 'zhao' })).reportsTo?.id).toBe('xu');
  });

  it('does not remove somebody twice', async () => {
    await harness.must(remove, call.remove, { id: 'xu' });
    expect(await harness.call(remove, call.remove, { id: 'xu' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('contact.suggest', () => {
  it('offers everybody at the account before anything is typed', async () => {
    expect(await suggestedIds('', 'hospital')).toEqual(['chen', 'xu', 'zhao']);
    expect(await suggestedIds('')).toEqual([]);
  });

  it('finds by 汉字, pinyin, initials and number, people of the account first', async () => {
    expect(await suggestedIds('赵敏', 'clinic')).toEqual(['zhaoElse', 'zhao']);
    expect(await suggestedIds('zhaom', 'hospital')).toEqual(['zhao', 'zhaoElse']);
    expect(await suggestedIds('xwl')).toEqual(['xu']);
    expect(await suggestedIds('1234')).toEqual(['xu']);
    expect(await harness.must(suggest, call.suggest, { text: 'cgd' })).toEqual([
      { id: 'chen', name: '陈国栋', title: '院长', accountName: '望澜医院' },
    ]);
  });
});
