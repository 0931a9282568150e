import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { findId, openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let dealId: string;
let page: Page;

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
  dealId = await findId(host, 'opportunity', '3.0T 磁共振采购');
});
test.afterAll(async () => {
  await host.stop();
});
test.afterEach(async () => {
  await page.context().close();
});

const undo = async () => {
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销').first()).toBeVisible();
};
const fact = (name: string) => page.getByRole('button', { name: new RegExp(`^编辑${name}`, 'u') });

test.describe('the deal page', () => {
  test('completes the next step and writes down what happened in one dialog, and takes both back', async ({
    browser,
  }) => {
    page = await openScreen(browser, host, `/deals/${dealId}`);
    await page.getByRole('button', { name: '完成并记录' }).click();
    const dialog = page.getByRole('dialog', { name: '记一笔' });
    await expect(dialog.getByLabel('发生了什么')).toHaveValue('约见许文澜副院长，核实采购标准');
    await dialog.getByLabel('下一步').fill('把采购标准写成一页纸');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('已记下：约见许文澜副院长，核实采购标准')).toBeVisible();
    const timeline = page.getByRole('listitem').filter({ hasText: '约见许文澜副院长，核实采购标准' });
    await expect(timeline.first()).toBeVisible();
    await page.getByRole('tab', { name: /^任务/u }).click();
    await expect(page.getByRole('checkbox', { name: '约见许文澜副院长，核实采购标准' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: '把采购标准写成一页纸' })).not.toBeChecked();
    await undo();
    await expect(page.getByRole('checkbox', { name: '约见许文澜副院长，核实采购标准' })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: '把采购标准写成一页纸' })).toHaveCount(0);
  });

  test('edits the amount where it stands; the expected amounts follow, and Ctrl Z brings it back', async ({
    browser,
  }) => {
    page = await openScreen(browser, host, `/deals/${dealId}`);
    await expect(page.getByText('¥744万')).toBeVisible();
    await fact('金额').click();
    await page.getByRole('textbox', { name: '金额' }).fill('2000万');
    await page.keyboard.press('Enter');
    await expect(fact('金额')).toContainText('¥2,000万');
    await expect(page.getByText('¥800万')).toBeVisible();
    await expect(fact('金额')).toBeFocused();
    await undo();
    await expect(fact('金额')).toContainText('¥1,860万');
    await expect(page.getByText('¥744万')).toBeVisible();
  });

  test('says what is wrong with an amount and keeps what was typed', async ({ browser }) => {
    page = await openScreen(browser, host, `/deals/${dealId}`);
    await fact('金额').click();
    await page.getByRole('textbox', { name: '金额' }).fill('很多');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('看不懂这个金额');
    await expect(page.getByRole('textbox', { name: '金额' })).toHaveValue('很多');
    await page.keyboard.press('Escape');
    await expect(fact('金额')).toContainText('¥1,860万');
  });

  test('ticks a criterion only with its proof, and names who gave it', async ({ browser }) => {
    page = await openScreen(browser, host, `/deals/${dealId}`);
    const criterion = page.getByRole('listitem').filter({ hasText: '院长办公会立项纪要' });
    await expect(criterion).toContainText('还没有证据');
    await expect(page.getByText('3/5')).toBeVisible();
    await criterion.getByRole('button', { name: '补证据' }).click();
    await expect(criterion.getByRole('button', { name: '保存' })).toBeDisabled();
    await criterion.getByRole('textbox', { name: '证据' }).fill('纪要〔2026〕18号');
    await page.keyboard.press('Enter');
    await expect(page.getByText('4/5')).toBeVisible();
    await expect(criterion).toContainText('纪要〔2026〕18号');
    await expect(criterion).toContainText('林悦');
    await undo();
    await expect(page.getByText('3/5')).toBeVisible();
  });

  test('counts a judgement of C139 at once; the coach outweighs the seller', async ({ browser }) => {
    page = await openScreen(browser, host, `/deals/${dealId}?tab=c139`);
    const tab = page.getByRole('tab', { name: /^C139/u });
    await expect(tab).toContainText('0W 2F 7C');
    await page.getByRole('group', { name: 'C7 自评' }).getByRole('radio').first().click();
    await expect(tab).toContainText('0W 2F 8C');
    await page.getByRole('group', { name: 'C7 教练' }).getByRole('radio').nth(1).click();
    await expect(tab).toContainText('0W 2F 7C');
    await expect(page.getByRole('row').filter({ hasText: 'C7' })).toContainText('自评有，教练无');
    await undo();
    await expect(tab).toContainText('0W 2F 8C');
    await undo();
    await expect(tab).toContainText('0W 2F 7C');
  });

  test('shows who changed what from what to what, and takes a change back from there', async ({ browser }) => {
    page = await openScreen(browser, host, `/deals/${dealId}`);
    // The sample lives around today; a day two years ahead is always another one and always shown with its year.
    const year = new Date().getFullYear() + 2;
    const before = /(?:\d+年)?\d+月\d+日/u.exec(await fact('预计成交').innerText())?.[0] ?? 'no day';
    await fact('预计成交').click();
    await page.getByRole('textbox', { name: '预计成交' }).fill(`${year}-03-31`);
    await page.keyboard.press('Enter');
    await expect(fact('预计成交')).toContainText(`${year}年3月31日`);
    await page.getByRole('tab', { name: '变更记录' }).click();
    const newest = page
      .getByRole('tabpanel')
      .or(page.locator('main'))
      .getByRole('listitem')
      .filter({ has: page.getByRole('list') })
      .first();
    await expect(newest).toContainText('林悦');
    await expect(newest).toContainText(`预计成交 ${before} → ${year}年3月31日`);
    await newest.getByRole('button', { name: '撤销' }).click();
    await expect(fact('预计成交')).toContainText(before);
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `→ ${year}年3月31日` })
        .first(),
    ).toContainText('已撤销');
  });
});

test.describe('the account page', () => {
  test('edits a field in place, adds a contact by name and leads to it', async ({ browser }) => {
    const accountId = await findId(host, 'account', '望澜大学附属医院');
    page = await openScreen(browser, host, `/accounts/${accountId}`);
    await fact('电话').click();
    await page.getByRole('textbox', { name: '电话' }).fill('0571-8000 1234');
    await page.keyboard.press('Enter');
    await expect(fact('电话')).toContainText('0571-8000 1234');
    await page.getByRole('textbox', { name: '姓名' }).fill('沈砚秋');
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: '沈砚秋' });
    await expect(link).toBeVisible();
    await link.click();
    await expect(page).toHaveURL(/\/contacts\//u);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('沈砚秋');
    await page.getByRole('link', { name: '望澜大学附属医院' }).click();
    await expect(page).toHaveURL(new RegExp(`/accounts/${accountId}`, 'u'));
  });

  test('finds an account by pinyin initials and opens it from the list', async ({ browser }) => {
    page = await openScreen(browser, host, '/accounts');
    await expect(page.getByText('共123家')).toBeVisible();
    await page.getByRole('textbox', { name: '找客户' }).fill('wldx');
    await expect(page.getByRole('link', { name: '望澜大学附属医院' })).toBeVisible();
    await expect(page.getByText('共123家')).toHaveCount(0);
    await page.getByRole('link', { name: '望澜大学附属医院' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('望澜大学附属医院');
    await page.goBack();
    await expect(page.getByRole('textbox', { name: '找客户' })).toHaveValue('wldx');
  });
});
