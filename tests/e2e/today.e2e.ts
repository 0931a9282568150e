import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
});
test.afterAll(async () => {
  await host.stop();
});
test.beforeEach(async ({ browser }) => {
  page = await openScreen(browser, host, '/today');
  await expect(page.getByRole('region', { name: '逾期' })).toBeVisible();
});
test.afterEach(async () => {
  await page.context().close();
});

const rows = (group: string) => page.getByRole('region', { name: group, exact: true }).getByRole('listitem');
const selected = () => page.locator('li[aria-current="true"]');

test('arrow keys choose, Space completes, Ctrl Z opens the task again', async () => {
  const before = await rows('逾期').count();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(selected()).toHaveCount(1);
  const name = await selected().getByRole('link').innerText();
  await page.keyboard.press('Space');
  await expect(page.getByText('任务已完成')).toBeVisible();
  await expect(rows('逾期').filter({ hasText: name })).toHaveCount(0);
  await expect(rows('逾期')).toHaveCount(before - 1);
  await page.keyboard.press('Control+z');
  await expect(rows('逾期').filter({ hasText: name })).toHaveCount(1);
});

test('S puts the chosen task off to another day', async () => {
  await page.keyboard.press('ArrowDown');
  const name = await selected().getByRole('link').innerText();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: '改期' });
  const day = dialog.getByRole('textbox');
  const today = await page.evaluate(() => new Date());
  const later = new Date(today.getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  await day.fill(later);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(rows('七天内').filter({ hasText: name })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rows('逾期').filter({ hasText: name })).toHaveCount(1);
});

test('Enter opens the deal of the chosen task', async () => {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/deals\//u);
});

test('one line and a kind begin an entry that already holds the sentence', async () => {
  await page.getByRole('textbox', { name: '记一笔' }).fill('赵敏答应引荐');
  await page.getByRole('button', { name: '电话' }).click();
  const dialog = page.getByRole('dialog', { name: '记一笔' });
  await expect(dialog.getByLabel('发生了什么')).toHaveValue('赵敏答应引荐');
  await expect(dialog.getByRole('radio', { name: '电话' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记下：赵敏答应引荐')).toBeVisible();
});
