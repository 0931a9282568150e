import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { axeFindings } from '#tests/support/openPipeline.ts';
import { findId, openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;
let folder: string;
let leadId: string;

const HOUR = 3_600_000;
const NOW = Date.now();
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString();

async function must(operation: string, input: unknown): Promise<unknown> {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value;
}

async function importFile(name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  const { plan } = (await must('import.inspect', { files: [await host.handFile(path)] })) as { plan: unknown };
  await must('import.run', { plan });
}

/** Eight downloads of the lead within a week, and a visit of somebody nobody knows; the same ones however often. */
const importEvents = (): Promise<void> =>
  importFile('事件.csv', [
    '事件,时间,手机,详情,时长(秒)',
    ...Array.from({ length: 8 }, (_, n) => `下载白皮书,${ago(n * 15)},13800138000,选型指南${n},`),
    `访问官网,${ago(3)},13911112222,首页,60`,
  ]);

test.beforeAll(async () => {
  host = await launchHost();
  folder = mkdtempSync(join(tmpdir(), 'kongdan-events-'));
  await must('workspace.create', { name: '行为', kind: 'empty', personName: '林悦', locale: 'zh-CN' });
  await importFile('线索.csv', [
    '公司,联系人,手机,来源,需求,创建时间',
    `云杉精密科技,李娜,13800138000,官网,视觉检测,${ago(24 * 120)}`,
  ]);
  leadId = await findId(host, 'lead', '云杉精密');
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await host.stop();
});
test.afterEach(async () => {
  await page.context().close();
});

const card = () => page.getByRole('region', { name: '行为积分' });

test('events from a file raise a lead and show that it heats up; nobody’s events wait to be assigned', async ({
  browser,
}) => {
  page = await openScreen(browser, host, `/leads/${leadId}`);
  await expect(card().getByText('还没有记录到行为')).toBeVisible();
  await importEvents();
  await expect(card().getByText('升温')).toBeVisible();
  await expect(card().getByText(/近7天8次，通常每周0次/u)).toBeVisible();
  await expect(card().getByRole('img', { name: /近14周/u })).toBeVisible();
  await expect(card().getByRole('listitem').filter({ hasText: '选型指南0' })).toContainText('+');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${new URL(page.url()).origin}/leads?view=all`);
  await expect(page.getByRole('row', { name: /云杉精密科技/u })).toContainText('升温');

  await page.goto(`${new URL(page.url()).origin}/settings?tab=scoring&part=behaviour`);
  const waiting = page.getByRole('region', { name: '待认领的事件' });
  await waiting.getByRole('button', { name: '认领' }).click();
  const dialog = page.getByRole('dialog', { name: '这些事件是谁的？' });
  await dialog.getByLabel('找线索、联系人、客户或商机').fill('云杉');
  await dialog.getByRole('button', { name: /云杉精密科技/u }).click();
  await expect(page.getByText('1个事件已认领')).toBeVisible();
  await expect(waiting.getByText('没有待认领的事件')).toBeVisible();
});

test('a rule is changed where it stands, tried on the own records, saved, and taken back', async ({ browser }) => {
  await importEvents();
  page = await openScreen(browser, host, '/settings?tab=scoring&part=behaviour');
  const points = page.getByLabel('下载资料：每次分值');
  await expect(points).toHaveValue('5');
  await points.fill('50');
  await expect(page.getByRole('alert').filter({ hasText: '每日上限比一次的分值还小' })).toBeVisible();
  await expect(page.getByRole('button', { name: '保存规则' })).toBeDisabled();
  await page.getByLabel('下载资料：每日上限').fill('50');
  await page.getByLabel('下载资料：合计上限').fill('200');
  await expect(page.getByText(/1条会变动1分以上/u)).toBeVisible();
  await expect(page.getByRole('link', { name: '云杉精密科技' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByText('行为规则已保存')).toBeVisible();
  await expect(page.getByText('目前用的是出厂规则')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(points).toHaveValue('5');
});
