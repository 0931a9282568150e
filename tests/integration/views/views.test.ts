import { afterAll, beforeEach, expect, it } from 'vitest';
import { viewsHandlers } from '#electron/features/views/viewsHandlers.ts';
import { viewsContract } from '#shared/contract/pipeline.contract.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
beforeEach(() => {
  count += 1;
  sales = new SalesWorkspace(folder.file(`views${count}.kongdan`));
  return () => sales.db.close();
});

const list = () => sales.must(viewsContract.list, viewsHandlers.list, { screen: 'board' });
const save = (input: object) =>
  sales.call(viewsContract.save, viewsHandlers.save, {
    screen: 'board',
    name: '我的停滞',
    state: '?overdue=1',
    ...input,
  });

it('keeps a view for the person who saved it', async () => {
  const saved = await save({});
  expect(await list()).toEqual([
    { id: saved.ok ? saved.value.id : '', name: '我的停滞', shared: false, mine: true, state: '?overdue=1' },
  ]);
  expect(await sales.must(viewsContract.list, viewsHandlers.list, { screen: 'list' })).toEqual([]);
  sales.actorId = 'boss';
  expect(await list()).toEqual([]);
});

it('shows a shared view to everybody and lets only its owner change it', async () => {
  const saved = await save({ shared: true });
  const id = saved.ok ? saved.value.id : '';
  sales.actorId = 'boss';
  expect(await list()).toMatchObject([{ id, mine: false, shared: true }]);
  expect(await save({ id, name: '别人的' })).toMatchObject({ ok: false, error: { type: 'forbidden' } });
  expect(await sales.call(viewsContract.remove, viewsHandlers.remove, { id })).toMatchObject({
    ok: false,
    error: { type: 'forbidden' },
  });
  sales.actorId = 'seller';
  await save({ id, name: '新名字', shared: false });
  expect(await list()).toMatchObject([{ id, name: '新名字', shared: false }]);
  await sales.must(viewsContract.remove, viewsHandlers.remove, { id });
  expect(await list()).toEqual([]);
  expect(await save({ id })).toMatchObject({ ok: false, error: { type: 'notFound' } });
  expect(await sales.call(viewsContract.remove, viewsHandlers.remove, { id })).toMatchObject({
    ok: false,
    error: { type: 'notFound' },
  });
});

it('belongs to everybody when it was saved before a member was chosen', async () => {
  sales.actorId = '';
  await save({});
  sales.actorId = 'boss';
  expect(await list()).toMatchObject([{ mine: true }]);
});
