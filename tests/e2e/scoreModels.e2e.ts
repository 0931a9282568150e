import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { openScreen } from '#tests/support/openScreen.ts';
import { expectAccessibleInBothThemes } from '#tests/a11y/expectAccessible.ts';

let host: LaunchedHost;
let page: Page;

test.beforeAll(async ({ browser }) => {
  host = await launchHost();
  await makeDemo(host);
  page = await openScreen(browser, host, '/settings?tab=scoring&part=models');
});
test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value as Value;
};
const figureOf = async (id: string): Promise<number> =>
  (await must<{ points: { value: number }[] }>('scoring.history', { kind: 'deal', id, limit: 1 })).points[0]?.value ??
  0;

async function train(): Promise<void> {
  await page.getByRole('button', { name: '训练新版本' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('个已关闭的商机学习');
  await dialog.getByRole('button', { name: '开始训练' }).click();
  // A small machine learns for a while.
  await expect(dialog.getByRole('button', { name: '查看模型卡' })).toBeVisible({ timeout: 40_000 });
  await dialog.getByRole('button', { name: '查看模型卡' }).click();
  await expect(dialog).toBeHidden();
}

test('a model is trained, read on its card, trained anew, compared, and the new version changes the figures of deals', async () => {
  test.setTimeout(120_000);
  await expect(page.getByText('还没有赢率模型')).toBeVisible();
  await train();
  const first = page.getByRole('region', { name: '第 1 版' });
  await expect(first).toContainText(/可用|慎用/u);
  await expect(first).toContainText('比基础比率好');
  await expect(page.getByRole('img', { name: '说的与后来发生的' })).toBeVisible();
  await expect(page.getByRole('region', { name: '影响因素' }).getByRole('listitem').first()).toContainText('点');

  // The past becomes another one: 100 of the deals that were lost are no longer there.
  const { rows } = await must<{ rows: { id: string }[] }>('pipeline.list', {
    filter: { status: 'lost' },
    limit: 100,
    sortBy: 'created',
  });
  await must('opportunity.remove', { ids: rows.map(({ id }) => id) });
  await train();
  await expect(page.getByRole('region', { name: '第 2 版' })).toContainText('未使用');

  await page.getByRole('button', { name: '把使用中的版本与第 2 版比较' }).click();
  const drawer = page.getByRole('dialog', { name: '第 1 版 与 第 2 版' });
  await expect(drawer).toContainText('预期金额从');
  const link = drawer.getByRole('link').first();
  const id = ((await link.getAttribute('href')) ?? '').split('/deals/')[1]?.split('?')[0] ?? '';
  await must('scoring.rescore', {});
  const before = await figureOf(id);
  await drawer.getByRole('button', { name: '启用第 2 版' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('region', { name: '第 2 版' })).toContainText('使用中');
  const after = await figureOf(id);
  expect(Math.abs(after - before)).toBeGreaterThan(0.004);

  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('region', { name: '第 2 版' })).toContainText('未使用');
});

test('the model card is accessible in both themes', async () => {
  await expect(page.getByRole('region', { name: '版本' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'model card');
});
