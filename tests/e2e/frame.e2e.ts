import { expect, test } from '@playwright/test';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';

let host: LaunchedHost;
test.beforeEach(async () => {
  host = await launchHost();
});
test.afterEach(async () => {
  await host.stop();
});

const makeWorkspace = async () => {
  const made = await host.call('workspace.create', { name: '演示', kind: 'empty', personName: '林悦' });
  expect(made.ok).toBe(true);
};

test('a person starts empty: names the workspace, and stands in it', async ({ page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: '新建工作区' }).click();
  await page.getByLabel('工作区名称').fill('华东大客户组');
  await page.getByLabel('你的姓名').fill('林悦');
  await page.keyboard.press('Enter');
  const rail = page.getByRole('navigation', { name: '主导航' });
  await expect(rail).toContainText('华东大客户组');
  await expect(rail).toContainText('林悦');
});

test('a recent workspace opens with one click, and switching leads back to the start', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('换一个工作区');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '从哪里开始' })).toBeVisible();
  await page.getByRole('button', { name: /演示/u }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toContainText('演示');
});

test('a workspace that cannot be opened says why, in words, and stays untouched', async ({ page }) => {
  await makeWorkspace();
  const status = await host.call('workspace.status', {});
  const path = (status as unknown as { value: { open: { path: string } } }).value.open.path;
  await host.call('workspace.close', {});
  const { writeFileSync } = await import('node:fs');
  writeFileSync(path, 'this is no database');
  await page.goto(await host.newLink());
  await page.getByRole('button', { name: /演示/u }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/这不是控单的工作区|工作区文件损坏/u);
  await expect(alert).toContainText(path);
});

test('language and theme change at once, without a reload, and are kept', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.goto(`${host.address}/settings`);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the workspace is renamed in place: Esc gives up, Enter saves', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.goto(`${host.address}/settings?tab=workspace`);
  await page.getByRole('button', { name: '编辑名称' }).click();
  await page.keyboard.type('不要');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '编辑名称' })).toContainText('演示');
  await page.getByRole('button', { name: '编辑名称' }).click();
  await page.keyboard.type('华东一组');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toContainText('华东一组');
});

test('keys lead everywhere: go keys, the palette, the sheet of all keys', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '键盘快捷键' });
  await expect(sheet).toContainText('前往设置');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/settings/u);
  await expect(page.getByRole('link', { name: '设置' })).toHaveAttribute('aria-current', 'page');
});

test('an address that leads nowhere says so, however deep it is and after a reload', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.goto(`${host.address}/nowhere/at/all`);
  await expect(page.getByText('没有这一屏')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '回到首页' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
});

test('keys stay letters while somebody types', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await page.goto(`${host.address}/settings?tab=people`);
  await page.getByRole('button', { name: '添加人员' }).click();
  await page.getByLabel('姓名').fill('');
  await page.keyboard.type('g s ?');
  await expect(page.getByLabel('姓名')).toHaveValue('g s ?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toHaveCount(0);
});

test('a lost core is said at once and for as long as it lasts', async ({ page }) => {
  await makeWorkspace();
  await page.goto(await host.newLink());
  await page.getByRole('navigation').waitFor();
  await host.kill();
  await expect(page.getByRole('alert').first()).toContainText('连不上本机核心', { timeout: 20_000 });
});
