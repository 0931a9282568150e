import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { axeFindings } from '#tests/support/openPipeline.ts';
import { openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;

test.beforeAll(async () => {
  host = await launchHost();
  const made = await host.call('workspace.create', { name: '流程', kind: 'empty', personName: '林悦' });
  expect(made).toMatchObject({ ok: true });
});
test.afterAll(async () => {
  await host.stop();
});
test.afterEach(async () => {
  await page.context().close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const stages = () => page.getByRole('list', { name: '阶段' }).getByRole('listitem');
const stage = (name: string) => stages().filter({ hasText: name }).getByRole('button').last();
const answer = async <T>(operation: string, input: object): Promise<T> => {
  const result = await host.call(operation, input);
  if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
  return result.value as T;
};

test('a process is made from a template, changed by keyboard, published, its deals migrated, and all of it taken back', async ({
  browser,
}) => {
  page = await openScreen(browser, host, '/settings?tab=processes');
  await button('新建流程').click();
  await dialog().getByLabel('医疗器械').check();
  await expect(dialog().getByRole('region', { name: '模板预览' })).toContainText('参数论证');
  await dialog().getByLabel('名称').fill('超声设备');
  await dialog().getByLabel('名称').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('超声设备');
  await expect(stages()).toHaveCount(7);

  const { processes } = await answer<{ processes: { id: string; name: string }[] }>('process.list', {});
  const processId = processes.find(({ name }) => name === '超声设备')?.id;
  const deal = { name: '彩超采购', account: { name: '华信医院' }, processId };
  const { card } = await answer<{ card: { id: string } }>('opportunity.create', deal);

  // A stage moves by Alt ↓, a second one is renamed; the draft keeps itself.
  await stage('临床交流').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stages().nth(2)).toContainText('临床交流');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(stages().nth(1)).toContainText('临床交流');
  await expect(stage('临床交流')).toBeFocused();
  await stage('需求验证').click();
  await page.getByLabel('名称', { exact: true }).fill('科室核实');
  await expect(page.getByText('1处未发布的修改')).toBeVisible();

  // What cannot work keeps it from being published; the problem leads to its place.
  await page.getByLabel('赢率（%）').fill('120');
  await expect(button('发布…')).toBeDisabled();
  await page.getByRole('tab', { name: '规则' }).click();
  await page.getByRole('tab', { name: '阶段', exact: true }).click();
  await page.getByRole('button', { name: /赢率要在 0% 到 100% 之间/u }).click();
  await expect(page.getByLabel('赢率（%）')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('15');
  await expect(page.getByText(/草稿已保存/u)).toBeVisible();
  await page.reload();
  await stage('科室核实').click();
  await expect(page.getByLabel('赢率（%）')).toHaveValue('15');

  await button('发布…').click();
  await dialog().getByLabel('说明').fill('按科室核实');
  await dialog().getByRole('button', { name: '发布', exact: true }).click();
  // Deals run in the version before: the migration is offered.
  await expect(dialog().getByText('同一阶段')).toBeVisible();
  const firstStage = async () => {
    const shown = await answer<{ process: { stages: { name: string }[] } }>('opportunity.page', { id: card.id });
    return shown.process.stages[0]?.name;
  };
  expect(await firstStage()).toBe('需求验证');
  await dialog()
    .getByRole('button', { name: /迁移1个商机/u })
    .click();
  await expect(page.getByText('已迁移1个商机')).toBeVisible();
  expect(await firstStage()).toBe('科室核实');
  await page.getByRole('tab', { name: /^版本/u }).click();
  await expect(page.getByRole('row', { name: /第2版 使用中/u })).toContainText('按科室核实');

  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销').first()).toBeVisible();
  expect(await firstStage()).toBe('需求验证');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /第2版/u })).toHaveCount(0);
  await page.getByRole('tab', { name: '阶段', exact: true }).click();
  await expect(stages().first()).toContainText('科室核实');
  expect(await axeFindings(page)).toEqual([]);
});

test('criteria, tasks and tools are written, one is taken out and comes back, and the deal offers the script', async ({
  browser,
}) => {
  const { id } = await answer<{ id: string }>('process.createEmpty', { name: '渠道' });
  page = await openScreen(browser, host, `/processes/${id}?part=criteria`);
  await button('添加标准').last().click();
  await expect(page.getByRole('textbox', { name: '标准' })).toBeFocused();
  await page.keyboard.type('渠道商资质已核实');
  await page.getByRole('tab', { name: /^关键任务/u }).click();
  await button('添加任务').click();
  await page.keyboard.type('拜访渠道商');
  await page.getByLabel(/^交付物/u).fill('行业分析报告');
  await page.getByLabel('附上交付物才算完成').check();
  await page.getByRole('tab', { name: /^工具包/u }).click();
  await button('添加工具').click();
  await page.getByRole('menuitem', { name: '话术' }).click();
  await expect(page.getByLabel('话术名称')).toBeFocused();
  await page.keyboard.type('第一句话');
  await page.getByLabel('怎么说').fill('先问去年卖得最好的是哪一款。');
  await page
    .getByLabel('文件…')
    .setInputFiles({ name: '行业报告.txt', mimeType: 'text/plain', buffer: Buffer.from('三个变化') });
  await expect(page.getByLabel('文件名称')).toHaveValue('行业报告.txt');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '删除“第一句话”' }).click();
  await expect(page.getByLabel('话术名称')).toHaveCount(0);
  await expect(page.getByText('已删除“第一句话”')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('话术名称')).toHaveValue('第一句话');
  await button('发布…').click();
  await dialog().getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('第1版', { exact: true })).toBeVisible();

  const deal = { name: '渠道合作', account: { name: '华信医院' }, processId: id };
  const { card } = await answer<{ card: { id: string } }>('opportunity.create', deal);
  await page.goto(`${new URL(page.url()).origin}/deals/${card.id}`);
  await expect(page.getByText('渠道商资质已核实')).toBeVisible();
  await page.getByRole('button', { name: '第一句话', exact: true }).click();
  await expect(page.getByText('先问去年卖得最好的是哪一款。')).toBeVisible();
  const download = page.waitForEvent('download');
  await button('行业报告.txt').click();
  expect((await download).suggestedFilename()).toBe('行业报告.txt');
});

test('processes are put in another order by the mouse, and back', async ({ browser }) => {
  await answer('process.createFromTemplate', { templateKey: 'saas' });
  page = await openScreen(browser, host, '/settings?tab=processes');
  const rows = page.getByRole('list', { name: '销售流程' }).getByRole('listitem');
  const last = rows.last();
  await expect(last).toContainText('SaaS 软件');
  const before = await rows.count();
  const grip = await last.getByRole('button', { name: /^移动/u }).boundingBox();
  const first = await rows.first().boundingBox();
  if (!grip || !first) throw new Error('Nothing to drag');
  await page.mouse.move(grip.x + 8, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(grip.x + 12, grip.y - 10, { steps: 5 });
  await page.mouse.move(first.x + 60, first.y + 6, { steps: 12 });
  // The drag library looks once a frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.move(first.x + 62, first.y + 5, { steps: 3 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.up();
  await expect(rows.first()).toContainText('SaaS 软件');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销').first()).toBeVisible();
  await expect(last).toContainText('SaaS 软件');
  expect(await rows.count()).toBe(before);
});
