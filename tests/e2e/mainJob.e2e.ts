import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Looks, openContext } from '#tests/support/browser.ts';
import { type CrmFixture, crmFixture } from '#tests/support/importFixtures.ts';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { axeFindings, columnOf, dragTo } from '#tests/support/openPipeline.ts';

/*
 * The main job on made-up files of the shape of a CRM's export: from the first screen to a moved card. Pictures of every
 * step go to test-results/mainJob.
 */

// Fifteen pictures and five audits lie on one way; a busy machine needs more than the usual minute for them.
test.describe.configure({ timeout: 150_000 });

const pictures = join('test-results', 'mainJob');

let host: LaunchedHost;
let folder: string;
let fixture: CrmFixture;
let page: Page;

test.beforeEach(async () => {
  host = await launchHost();
  folder = mkdtempSync(join(tmpdir(), 'kongdan-main-job-'));
  fixture = crmFixture(600, 3);
});
test.afterEach(async () => {
  await page.context().close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const crmFiles = (): string[] => [
  file('accounts.csv', fixture.accounts),
  file('products.csv', fixture.products),
  file('sales_teams.csv', fixture.people),
  file('sales_pipeline.csv', fixture.deals),
];
const openStart = async (browser: Parameters<typeof openContext>[0], looks: Looks = {}): Promise<void> => {
  page = await (await openContext(browser, looks)).newPage();
  await page.goto(host.url);
};
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
const choose = async (name: string, paths: string[]): Promise<void> => {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name, exact: true }).click();
  await (await asked).setFiles(paths);
};
/** Chooses in a list by typing, as one does by keyboard. */
const pick = async (label: string, text: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
/** The figures of one kind of record in the dry run: new, updated, skipped, conflicts, errors. */
const trialRow = async (kind: string): Promise<number[]> => {
  const row = page.getByRole('row').filter({ has: page.getByText(kind, { exact: true }) });
  const cells = await row.first().getByRole('cell').allInnerTexts();
  return cells.slice(1).map((text) => Number(text.replaceAll(',', '')));
};
const countOf = async (stage: string): Promise<number> => {
  const words = await columnOf(page, stage).locator('header').innerText();
  return Number(/\d[\d,]*/u.exec(words.replace(stage, ''))?.[0].replaceAll(',', ''));
};
const rowsOf = (stage: string): number => fixture.dealRows.filter((row) => row[4] === stage).length;

test('from the first screen to a moved card of imported files', async ({ browser }) => {
  const { expected } = fixture;
  await openStart(browser);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture('01-start');
  await page.getByRole('button', { name: '导入文件' }).click();

  // Files: what each seems to be.
  await expect(page.getByRole('heading', { name: '把文件拖到这里' })).toBeVisible();
  await expect(page.getByText('还没有导入过')).toBeVisible();
  await picture('02-import');
  await choose('选择文件', crmFiles());
  const card = (name: string) => page.getByRole('article', { name });
  await expect(card('sales_pipeline.csv').getByText(`${expected.deals}行`)).toBeVisible();
  for (const [name, kind] of [
    ['accounts.csv', '客户'],
    ['products.csv', '产品'],
    ['sales_teams.csv', '人员'],
    ['sales_pipeline.csv', '商机'],
  ] as const) {
    await expect(card(name).getByText(kind, { exact: true }).first()).toBeVisible();
  }
  expect(await axeFindings(page)).toEqual([]);
  await picture('03-files');

  // Columns: a required one is missed, and given back.
  await page.getByRole('button', { name: '下一步：对应' }).click();
  await page.getByRole('tab', { name: 'sales_pipeline.csv' }).click();
  await expect(
    page.getByRole('row').filter({ hasText: 'deal_stage' }).getByText('阶段', { exact: true }),
  ).toBeVisible();
  await picture('04-columns');
  expect(await axeFindings(page)).toEqual([]);
  await pick('deal_stage导入到', '留作备注');
  await expect(page.getByText('还缺必需的列：阶段')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：阶段与人' })).toBeDisabled();
  await picture('05-columns-missing');
  await pick('deal_stage导入到', '阶段');
  await expect(page.getByText('还缺必需的列')).toHaveCount(0);

  // Stages, people, spellings.
  await page.getByRole('button', { name: '下一步：阶段与人' }).click();
  await expect(page.getByLabel('Engaging的阶段名称')).toHaveValue('Engaging');
  await page.getByLabel('新流程的名称').fill('硬件销售');
  const alias = page.getByRole('checkbox', { name: 'OrbitPro就是Orbit Pro' });
  await expect(alias).not.toBeChecked();
  await expect(page.getByRole('row').filter({ hasText: 'OrbitPro' })).toContainText(String(expected.aliasRows));
  await alias.check();
  await picture('06-stages');
  expect(await axeFindings(page)).toEqual([]);

  // Dry run.
  await page.getByRole('button', { name: '试算', exact: true }).click();
  await expect(page.getByText('还没有写入任何数据')).toBeVisible();
  expect(await trialRow('商机')).toEqual([expected.deals, 0, 0, 0, 0]);
  expect(await trialRow('客户')).toEqual([expected.accounts, 0, 0, 0, 0]);
  expect(await trialRow('产品')).toEqual([expected.products, 0, 0, 0, 0]);
  expect((await trialRow('人员'))[0]).toBe(expected.people);
  await expect(page.getByText(`${expected.withoutAccount}个商机没有写客户`)).toBeVisible();
  await picture('07-trial');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `商机，新建${expected.deals}，看例子` }).click();
  await expect(page.getByRole('dialog').getByText(`显示前200行，共${expected.deals}行`)).toBeVisible();
  await picture('08-trial-rows');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // Import.
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await picture('09-done');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '打开看板' }).click();

  // The board of the new process.
  await expect(columnOf(page, 'Prospecting')).toBeVisible();
  await expect(page.getByText('硬件销售').first()).toBeVisible();
  await expect.poll(() => countOf('Prospecting')).toBe(rowsOf('Prospecting'));
  await expect.poll(() => countOf('Engaging')).toBe(rowsOf('Engaging'));
  await picture('10-board');

  // A card moves by mouse, comes back, moves by keyboard.
  const first = columnOf(page, 'Prospecting').locator('[data-deal]').first();
  const id = (await first.getAttribute('data-deal')) ?? '';
  const moved = (stage: string) => columnOf(page, stage).locator(`[data-deal="${id}"]`);
  await dragTo(page, moved('Prospecting'), columnOf(page, 'Engaging'), { x: 80, y: 200 });
  await expect(moved('Engaging')).toBeVisible();
  await expect.poll(() => countOf('Engaging')).toBe(rowsOf('Engaging') + 1);
  await picture('11-moved');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销')).toBeVisible();
  await expect(moved('Prospecting')).toBeVisible();
  await moved('Prospecting').getByRole('link').focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'Engaging', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(moved('Engaging').getByRole('link')).toBeFocused();
  await expect.poll(() => countOf('Prospecting')).toBe(rowsOf('Prospecting') - 1);

  // The deal itself.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/deals/${id}`, 'u'));
  await expect(page.getByText('Engaging').first()).toBeVisible();
  await picture('12-deal');

  // The import cannot be taken back unasked, since a person moved one of its deals.
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await page.getByRole('button', { name: /^撤销“.*”这一批$/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销这一批' }).click();
  await expect(page.getByRole('dialog').getByText('在导入后被人改过')).toBeVisible();
  await picture('13-undo-refused');
  await page.getByRole('dialog').getByRole('button', { name: '保留已改的，撤销其余' }).click();
  await expect(page.getByText(/^已撤销.*保留\d+处/u)).toBeVisible();
  await expect(page.getByText(/^已于.*撤销$/u)).toBeVisible();
  await picture('14-undone');
  // The moved deal stays where the person put it, and nothing else of the import.
  await page.getByRole('link', { name: '商机', exact: true }).click();
  await expect(moved('Engaging')).toBeVisible();
  await expect(page.locator('[data-deal]')).toHaveCount(1);
  await picture('15-kept');
});

test('the wizard in English and dark, and a second import of the same files brings nothing new', async ({
  browser,
}) => {
  const { expected } = fixture;
  await openStart(browser, { language: 'en', theme: 'dark' });
  await page.getByRole('button', { name: 'Import a file' }).click();
  const throughTheWizard = async () => {
    await choose('Choose files', crmFiles());
    await page.getByRole('button', { name: 'Next: columns' }).click();
    await page.getByRole('button', { name: 'Next: stages and people' }).click();
    await expect(page.getByText('Amounts count')).toBeVisible();
    await page.getByRole('button', { name: 'Dry run', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Worth knowing' })).toBeVisible();
  };
  await choose('Choose files', crmFiles());
  await expect(page.getByRole('article', { name: 'accounts.csv' })).toBeVisible();
  await picture('en-1-files');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next: columns' }).click();
  await picture('en-2-columns');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next: stages and people' }).click();
  await page.getByRole('checkbox', { name: 'OrbitPro is Orbit Pro' }).check();
  await picture('en-3-stages');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dry run', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Worth knowing' })).toBeVisible();
  expect((await trialRow('Deals'))[0]).toBe(expected.deals);
  await picture('en-4-trial');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Import done' })).toBeVisible();
  await picture('en-5-done');

  await page.getByRole('button', { name: 'Import more' }).click();
  await throughTheWizard();
  expect(await trialRow('Deals')).toEqual([0, 0, expected.deals, 0, 0]);
  expect(await trialRow('Accounts')).toEqual([0, 0, expected.accounts, 0, 0]);
  await expect(page.getByText('There is nothing new in the files')).toBeVisible();
});

test('files that cannot be read say why, and the others go on', async ({ browser }) => {
  await openStart(browser);
  await page.getByRole('button', { name: '导入文件' }).click();
  const good = file('accounts.csv', fixture.accounts);
  await choose('选择文件', [
    good,
    file('broken.csv', 'name,city\n"Nord,Bonn\nOst,Kiel\n'),
    file('empty.csv', ''),
    file(
      'picture.csv',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
    ),
  ]);
  const said = (name: string) => page.getByRole('article', { name }).getByRole('alert');
  await expect(page.getByText('3个文件读不了，其余照常导入')).toBeVisible({ timeout: 20_000 });
  await expect(said('broken.csv')).toContainText('第2行起表格结构坏了');
  await expect(said('empty.csv')).toContainText('文件是空的');
  await expect(said('picture.csv')).toContainText('这不是文本表格');
  await picture('20-bad-files');
  expect(await axeFindings(page)).toEqual([]);

  // A wrong choice of encoding is told with its place and taken back.
  for (const name of ['broken.csv', 'empty.csv', 'picture.csv']) {
    await page.getByRole('button', { name: `移除${name}` }).click();
    await expect(page.getByRole('article', { name })).toHaveCount(0);
  }
  await pick('编码', 'UTF-16 LE');
  await expect(said('accounts.csv')).toContainText('编码选得不对');
  await expect(page.getByRole('button', { name: '下一步：对应' })).toBeDisabled();
  await picture('21-wrong-encoding');
  await page.getByRole('button', { name: '重新自动识别' }).click();
  await expect(page.getByRole('article', { name: 'accounts.csv' }).getByText('24行')).toBeVisible();
  await expect(page.getByRole('button', { name: '下一步：对应' })).toBeEnabled();
});

test('files dropped on the page are read like chosen ones', async ({ browser }) => {
  await openStart(browser);
  await page.getByRole('button', { name: '导入文件' }).click();
  await expect(page.getByRole('heading', { name: '把文件拖到这里' })).toBeVisible();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'accounts.csv', { type: 'text/csv' }));
    return data;
  }, fixture.accounts);
  const zone = page.getByRole('region', { name: '把文件拖到这里' });
  await zone.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { name: '松开就读取' })).toBeVisible();
  await page.getByRole('region', { name: '松开就读取' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('article', { name: 'accounts.csv' }).getByText('24行')).toBeVisible();
});
