import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { axeFindings, cardOf, columnOf, makeDemo, openPipeline } from '#tests/support/openPipeline.ts';

let host: LaunchedHost;

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
});
test.afterAll(async () => {
  await host.stop();
});

const totals = (page: Page) => page.getByRole('button', { name: /^商机\d+个，打开明细$/u });
const rowsOf = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('checkbox') });

test.describe('filters', () => {
  let page: Page;
  test.beforeEach(async ({ browser }) => {
    page = await openPipeline(browser, host);
    await expect(cardOf(page, '3.0T 磁共振采购')).toBeVisible();
  });
  test.afterEach(async () => {
    await page.context().close();
  });

  test('narrow the board and its totals, live in the address, and Back takes them off', async () => {
    const all = await totals(page).innerText();
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByRole('menuitem', { name: '阶段超时' }).click();
    await expect(page).toHaveURL(/overdue=true/u);
    await expect(totals(page)).not.toHaveText(all);
    await expect(cardOf(page, '3.0T 磁共振采购')).toBeVisible();
    await expect(cardOf(page, '数字乳腺机更新')).toHaveCount(0);
    const shown = Number(await totals(page).innerText());
    expect(await page.locator('[data-deal]').count()).toBe(shown);
    await page.goBack();
    await expect(totals(page)).toHaveText(all);
  });

  test('find deals by pinyin initials and stay when the view changes', async () => {
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByRole('menuitem', { name: '文字' }).click();
    await page.getByRole('textbox', { name: '文字' }).fill('cgzcg');
    await expect(cardOf(page, '3.0T 磁共振采购')).toBeVisible();
    await expect(totals(page)).not.toHaveText('26');
    await page.getByRole('textbox', { name: '文字' }).fill('3.0T 磁共振');
    await expect(totals(page)).toHaveText('1');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await expect(rowsOf(page)).toHaveCount(1);
    await page.keyboard.press('3');
    await expect(page.getByRole('slider', { name: '3.0T 磁共振采购的预计成交' })).toBeVisible();
    await expect(page).toHaveURL(/view=timeline/u);
    await expect(page.getByRole('slider')).toHaveCount(1);
  });

  test('say so when nothing fits, and clear with one button', async () => {
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByRole('menuitem', { name: '文字' }).click();
    await page.getByRole('textbox', { name: '文字' }).fill('没有这样的商机');
    await expect(page.getByText('没有符合筛选的商机')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '清除全部筛选' }).click();
    await expect(cardOf(page, '3.0T 磁共振采购')).toBeVisible();
  });

  test('are kept as a view that is there after a reload, can be renamed, and whose deletion can be undone', async () => {
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByRole('menuitem', { name: '阶段超时' }).click();
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('menuitem', { name: '保存当前视图…' }).click();
    await page.getByLabel('名称').fill('超时的');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '超时的', exact: true })).toBeVisible();
    await page.getByRole('button', { name: '清除' }).first().click();
    await expect(page.getByRole('button', { name: '视图', exact: true })).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByRole('menuitem', { name: '超时的' }).click();
    await expect(page).toHaveURL(/overdue=true/u);
    await page.getByRole('button', { name: '超时的', exact: true }).click();
    await page.getByRole('menuitem', { name: '重命名“超时的”…' }).click();
    await page.getByLabel('名称').fill('卡住的');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '卡住的', exact: true }).click();
    await page.getByRole('menuitem', { name: '删除“卡住的”' }).click();
    await expect(page.getByText('已删除视图')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: '卡住的', exact: true })).toBeVisible();
  });

  test('follow the chosen win rate in every expected sum', async () => {
    const expected = () => page.getByRole('button', { name: /^预期/u }).first().innerText();
    const byStage = await expected();
    await page.getByRole('button', { name: '按阶段赢率' }).click();
    await page.getByRole('menuitem', { name: '按自评赢率' }).click();
    await expect.poll(expected).not.toBe(byStage);
    await page.getByRole('button', { name: '按自评赢率' }).click();
    await page.getByRole('menuitem', { name: '按阶段赢率' }).click();
    await expect.poll(expected).toBe(byStage);
  });
});

test.describe('the list', () => {
  test('opens the rows behind a figure of the board and sorts them in the core', async ({ browser }) => {
    const page = await openPipeline(browser, host);
    await columnOf(page, '临床交流')
      .getByRole('button', { name: /个商机/u })
      .click();
    await expect(page).toHaveURL(/view=list/u);
    const count = Number(await totals(page).innerText());
    await expect(rowsOf(page)).toHaveCount(count);
    await page.getByRole('columnheader', { name: '金额' }).click();
    await page.getByRole('columnheader', { name: '金额' }).click();
    await expect(page).toHaveURL(/listSort=amount&descending=true/u);
    await expect(rowsOf(page).first()).toContainText('心血管 DSA 更新');
    await page.context().close();
  });

  test('keeps the selection of the board and changes the owner of several with one undo', async ({ browser }) => {
    const page = await openPipeline(browser, host);
    await cardOf(page, '影像云一期（两院区）').click({ modifiers: ['Control'] });
    await page.keyboard.press('2');
    const row = rowsOf(page).filter({ hasText: '影像云一期（两院区）' });
    await expect(row.getByRole('checkbox')).toBeChecked();
    await rowsOf(page).filter({ hasText: '高端彩超 4 台' }).getByRole('checkbox').check();
    await expect(page.getByText('已选2个')).toBeVisible();
    await page.getByRole('toolbar').getByRole('button', { name: '负责人' }).click();
    await page.getByRole('menuitem', { name: '高远' }).click();
    await expect(row).toContainText('高远');
    await page.keyboard.press('Control+z');
    await expect(row).toContainText('周启航');
    await page.context().close();
  });

  test('saves what it shows as a table in which no cell is a formula', async ({ browser }) => {
    const added = await host.call('opportunity.create', {
      name: '=HYPERLINK("http://example.com","点我")',
      account: { name: '+公式医院' },
    });
    expect(added).toMatchObject({ ok: true });
    const page = await openPipeline(browser, host, { search: '?view=list' });
    await expect(rowsOf(page).first()).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^商机 .+\.csv$/u);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF名称,客户,负责人,阶段')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://example.com"",""点我"")",'+公式医院`);
    expect(text.trim().split('\r\n')).toHaveLength(Number(await totals(page).innerText()) + 1);
    await page.context().close();
  });

  test('is used by keyboard: arrows, x, Enter', async ({ browser }) => {
    const page = await openPipeline(browser, host, { search: '?view=list' });
    await rowsOf(page).first().getByRole('gridcell').nth(2).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await expect(page.getByText('已选1个')).toBeVisible();
    await expect(rowsOf(page).nth(1).getByRole('checkbox')).toBeChecked();
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: '输单' })).toBeVisible();
    await page.keyboard.press('Escape');
    await rowsOf(page).first().getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/deals\//u);
    await page.context().close();
  });
});

test.describe('the timeline', () => {
  test('changes the expected close by arrow keys and by dragging, each with undo', async ({ browser }) => {
    const page = await openPipeline(browser, host, { search: '?view=timeline' });
    const handle = page.getByRole('slider', { name: 'DR 三台的预计成交' });
    const before = (await handle.getAttribute('aria-valuetext')) ?? '';
    await handle.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/“DR 三台”预计成交改到/u)).toBeVisible();
    await expect(handle).not.toHaveAttribute('aria-valuetext', before);
    await page.keyboard.press('Control+z');
    await expect(handle).toHaveAttribute('aria-valuetext', before);
    const box = await handle.boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + 14, box.y + 14);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 14, { steps: 8 });
    await page.mouse.up();
    await expect(handle).not.toHaveAttribute('aria-valuetext', before);
    await expect(page.getByText(/“DR 三台”预计成交改到/u)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(handle).toHaveAttribute('aria-valuetext', before);
    await page.context().close();
  });

  test('opens the rows of a month and those without a date', async ({ browser }) => {
    await host.call('opportunity.create', { name: '没有日期的商机', account: { name: '某医院' } });
    const page = await openPipeline(browser, host, { search: '?view=timeline' });
    await page.getByRole('button', { name: /没有成交日期的商机\d+个/u }).click();
    await expect(page).toHaveURL(/undated=true/u);
    await expect(rowsOf(page).filter({ hasText: '没有日期的商机' })).toHaveCount(1);
    await page.goBack();
    const month = page.getByRole('button', { name: /月，\d+个商机/u }).first();
    const count = Number(await month.innerText());
    await month.click();
    await expect(page).toHaveURL(/closeFrom=.*closeTo=/u);
    await expect(rowsOf(page)).toHaveCount(count);
    await page.context().close();
  });
});

test.describe('for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const view of ['board', 'list', 'timeline'] as const) {
      test(`axe finds nothing on the ${view} in ${theme}`, async ({ browser }) => {
        const page = await openPipeline(browser, host, { theme, search: `?view=${view}` });
        await expect(page.getByRole('link', { name: '高端彩超 4 台' }).first()).toBeVisible();
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      });
    }
  }

  test('axe finds nothing in the gate dialog and in quick add', async ({ browser }) => {
    const page = await openPipeline(browser, host);
    await cardOf(page, '3.0T 磁共振采购').getByRole('link').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: '招标谈判' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('n');
    await expect(page.getByLabel('商机名称')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('an empty workspace says what belongs here and offers one way to begin', async ({ browser }) => {
    const empty = await launchHost();
    const made = await empty.call('workspace.create', { name: 'Empty', kind: 'empty' });
    expect(made).toMatchObject({ ok: true });
    const page = await openPipeline(browser, empty);
    await expect(page.getByText('商机会放在这里')).toBeVisible();
    await page.getByRole('button', { name: '新建商机' }).last().click();
    await page.getByLabel('商机名称').fill('第一个商机');
    await page.getByRole('combobox', { name: '客户' }).fill('第一家客户');
    await page.getByRole('button', { name: '新建', exact: false }).last().click();
    await expect(cardOf(page, '第一个商机')).toBeVisible();
    await expect(cardOf(page, '第一个商机')).toContainText('第一家客户');
    await page.context().close();
    await empty.stop();
  });
});
