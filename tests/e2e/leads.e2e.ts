import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { axeFindings, makeDemo } from '#tests/support/openPipeline.ts';
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
test.afterEach(async () => {
  await page.context().close();
});

interface Found {
  readonly rows: readonly { readonly id: string; readonly company: string; readonly personName: string }[];
  readonly total: number;
}
async function leads(input: object): Promise<Found> {
  const answer = await host.call('lead.list', input);
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value as Found;
}

test.describe('leads', () => {
  test('come in with a warning, are verified, and become a deal with its tasks on one screen', async ({ browser }) => {
    const [known] = (await leads({ view: 'all', statuses: ['new'] })).rows;
    page = await openScreen(browser, host, '/leads');
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: '新建线索' });
    await dialog.getByLabel('公司').fill(known?.company ?? '');
    await expect(dialog.getByText('可能已经有了')).toBeVisible();
    await expect(dialog.getByRole('link', { name: known?.company ?? '' }).first()).toBeVisible();
    await dialog.getByLabel('公司').fill('云杉精密科技有限公司');
    await expect(dialog.getByText('可能已经有了')).toBeHidden();
    await dialog.getByLabel('联系人').fill('李娜');
    await dialog.getByLabel('需求').fill('两条线要上视觉检测');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已建线索：云杉精密科技有限公司')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: /云杉精密科技有限公司/u })).toBeVisible();
    await page.keyboard.press('v');
    await expect(page.getByText('核实中', { exact: true })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByRole('heading', { level: 1, name: '转为商机' })).toBeVisible();
    await expect(page.getByLabel('名称').first()).toHaveValue('云杉精密科技有限公司');
    await expect(page.getByLabel('姓名')).toHaveValue('李娜');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '转为商机' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /两条线要上视觉检测/u })).toBeVisible();
    await page.getByRole('tab', { name: /^任务/u }).click();
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    const converted = await leads({ view: 'converted', text: '云杉精密' });
    expect(converted.total).toBe(1);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('已撤销').first()).toBeVisible();
    expect((await leads({ view: 'converted', text: '云杉精密' })).total).toBe(0);
  });

  test('that came in twice are merged, and one key takes the merge apart again', async ({ browser }) => {
    page = await openScreen(browser, host, '/duplicates?entity=lead');
    const before = (await leads({ view: 'all' })).total;
    const waiting = page.getByText(/^\d+对待判断$/u);
    const queued = Number.parseInt((await waiting.textContent()) ?? '', 10);
    expect(queued).toBeGreaterThan(1);
    await expect(page.getByRole('columnheader', { name: /^保留这条/u })).toBeVisible();
    await page.getByRole('button', { name: /^合并/u }).click();
    await expect(page.getByText(/^已合并，移动了\d+条关联$/u)).toBeVisible();
    await expect(waiting).toHaveText(`${queued - 1}对待判断`);
    expect((await leads({ view: 'all' })).total).toBe(before - 1);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('已撤销').first()).toBeVisible();
    await expect(waiting).toHaveText(`${queued}对待判断`);
    expect((await leads({ view: 'all' })).total).toBe(before);
  });

  test('are given up together with a reason, and every figure of the rate opens its leads', async ({ browser }) => {
    page = await openScreen(browser, host, '/leads?view=all&status=new');
    const boxes = page.getByRole('checkbox', { name: /^选择/u });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await expect(page.getByText('已选2条')).toBeVisible();
    await page.getByRole('toolbar').getByRole('button', { name: '弃用' }).click();
    const dialog = page.getByRole('dialog', { name: '弃用2条线索' });
    await expect(dialog.getByRole('button', { name: '弃用' })).toBeDisabled();
    await dialog.getByLabel('原因').click();
    await page.getByText('没有需求', { exact: true }).click();
    await dialog.getByRole('button', { name: '弃用' }).click();
    await expect(page.getByText('已弃用2条')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('已撤销').first()).toBeVisible();
    await page.getByRole('tab', { name: '转化率' }).click();
    const row = page.getByRole('row').nth(1);
    const figure = row.getByRole('button').first();
    const count = await figure.textContent();
    await figure.click();
    await expect(page.getByText(`共${count}条`)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('tab', { name: '转化率' })).toHaveAttribute('aria-selected', 'true');
  });
});
