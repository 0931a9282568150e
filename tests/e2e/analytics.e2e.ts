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
  page = await openScreen(browser, host, '/analytics');
});
test.afterEach(async () => {
  await page.context().close();
});

const conversion = () => page.getByRole('table').first();
// The row above names a stage, too: as where its deals went.
const stageRow = (name: string) =>
  conversion()
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name, exact: true }) });

test('every figure of a step opens exactly as many deals as it says', async () => {
  const figures = stageRow('临床交流').getByRole('button');
  await expect(figures).not.toHaveCount(0);
  for (const [index, what] of ['进入', '到达下一步', '在途', '流失'].entries()) {
    const figure = figures.nth(index);
    const said = Number(await figure.innerText());
    await figure.click();
    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText(`临床交流：${what}`);
    await expect(drawer.getByText(`共${said}个`, { exact: true })).toBeVisible();
    await expect(drawer.locator('tbody tr')).toHaveCount(said);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  }
});

test('a row of an opened figure leads to its deal, and Back returns to the funnel', async () => {
  await stageRow('需求验证').getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/deals\//u);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '分析' })).toBeVisible();
});

test('the owner and the window narrow the cohort and live in the address', async () => {
  const entered = stageRow('需求验证').getByRole('button').first();
  const all = Number(await entered.innerText());
  await page.getByRole('combobox', { name: '负责人' }).click();
  await page.getByRole('option', { name: '林悦' }).or(page.getByTitle('林悦')).last().click();
  await expect(page).toHaveURL(/owner=/u);
  await expect.poll(async () => Number(await entered.innerText())).toBeLessThan(all);
  await page.reload();
  expect(Number(await entered.innerText())).toBeLessThan(all);
});

test('small samples get no verdict, and stages that share a benchmark say so', async () => {
  await expect(stageRow('招标谈判')).toContainText(/样本不足，\d+\/30/u);
  await expect(page.getByText('招标谈判、签约属于同一类，共同分担30%的基准，各按55%衡量')).toBeVisible();
});
