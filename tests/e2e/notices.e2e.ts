import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value as Value;
};
interface Person {
  readonly id: string;
  readonly name: string;
  readonly managerId: string | null;
}
const me = async (): Promise<string> => (await must<{ open: { me: Person } }>('workspace.status', {})).open.me.id;
const dayAt = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
  // The tests run at any hour of any day.
  await must('notice.savePersonal', { quiet: { enabled: false }, morningMinute: 0 });
});
test.afterAll(async () => {
  await host.stop();
});
test.afterEach(async () => {
  await page.context().close();
});

const bell = () => page.getByRole('button', { name: /^提醒/u }).first();
const panel = () =>
  page.getByRole('region', { name: '提醒', exact: true }).filter({ has: page.getByRole('heading', { level: 3 }) });
const notice = (text: string) => panel().getByRole('listitem').filter({ hasText: text });

test('an overdue task rings the bell; it is put off, it is done where it stands, and undo opens it again', async ({
  browser,
}) => {
  for (const title of ['补交授权书', '寄样品']) await must('task.create', { title, dueDate: dayAt(-3) });
  page = await openScreen(browser, host, '/today');
  await expect(page).toHaveTitle(/^\(\d+\) /u);
  await page.keyboard.press('b');
  await expect(notice('补交授权书')).toBeVisible();
  await notice('补交授权书').getByRole('button', { name: '稍后 补交授权书' }).click();
  await page.getByRole('menuitem', { name: '一小时后' }).click();
  await expect(notice('补交授权书')).toBeHidden();
  await notice('寄样品').getByRole('button', { name: '完成：寄样品' }).click();
  await expect(notice('寄样品')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(panel()).toBeHidden();
  const overdue = page.getByRole('region', { name: '逾期', exact: true });
  await expect(overdue.getByText('补交授权书')).toBeVisible();
  await expect(overdue.getByText('寄样品')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(overdue.getByText('寄样品')).toBeVisible();
  await bell().click();
  await expect(notice('寄样品')).toBeVisible();
});

test('a reminder that comes while the page is open says so on the page', async ({ browser }) => {
  page = await openScreen(browser, host, '/settings');
  await must('task.create', { title: '回访院长', dueDate: dayAt(-2) });
  const toast = page.getByText('逾期：回访院长');
  await expect(toast).toBeVisible();
  await page.getByRole('button', { name: '查看' }).click();
  await expect(notice('回访院长')).toBeVisible();
});

test('a stalled deal is asked about where it stands, by keyboard, and the answer shows on its page', async ({
  browser,
}) => {
  page = await openScreen(browser, host, '/today');
  const stalled = page.getByRole('region', { name: '停滞的商机' });
  const row = stalled.getByRole('listitem').filter({ hasText: '说明原因' }).last();
  const name = await row.getByRole('link').innerText();
  // From the end of the list: the arrow keys reach the deals like the tasks.
  await page.keyboard.press('ArrowUp');
  await expect(row).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: '为什么停在这里？' });
  await expect(dialog.getByText(name)).toBeVisible();
  await page.keyboard.press('2');
  await dialog.getByLabel('补充一句').fill('等明年一月的预算会');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(stalled.getByText('预算未定：等明年一月的预算会')).toBeVisible();
  await stalled.getByRole('link', { name }).click();
  await expect(page.getByRole('region', { name: '为什么停在这里？' })).toContainText('预算未定：等明年一月的预算会');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: '为什么停在这里？' })).toContainText('还没有说明');
});

test('a visit is logged from the list with its next step: one key, one dialog, two fields', async ({ browser }) => {
  const { hits } = await must<{ hits: { entity: string; id: string }[] }>('search.find', { text: '磁共振', limit: 12 });
  const opportunityId = hits.find(({ entity }) => entity === 'opportunity')?.id;
  await must('task.create', { title: '拜访设备科', kind: 'visit', opportunityId, dueDate: dayAt(-9) });
  page = await openScreen(browser, host, '/today');
  await expect(page.getByText('拜访设备科')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('li[aria-current="true"]')).toContainText('拜访设备科');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: '记一笔' });
  // Deal, kind, what was planned and the task that it completes are known: nothing is asked twice.
  await expect(dialog.getByRole('radio', { name: '拜访' })).toBeChecked();
  await expect(dialog.getByLabel('发生了什么')).toHaveValue('拜访设备科');
  await expect(dialog.getByRole('checkbox', { name: '同时完成任务：拜访设备科' })).toBeChecked();
  await expect(dialog.getByLabel('发生了什么')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('，同意看样板');
  await dialog.getByLabel('下一步', { exact: false }).first().fill('约样板医院');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const { entries } = await must<{ entries: { type: string; subject?: string; title?: string }[] }>(
    'activity.timeline',
    {
      entity: 'opportunity',
      id: opportunityId,
    },
  );
  expect(entries.map(({ subject, title }) => subject ?? title)).toEqual(
    expect.arrayContaining(['拜访设备科，同意看样板', '拜访设备科']),
  );
  const tasks = await must<{ title: string; status: string }[]>('task.ofOpportunity', { opportunityId });
  expect(tasks).toContainEqual(expect.objectContaining({ title: '约样板医院', status: 'open' }));
  expect(tasks).toContainEqual(expect.objectContaining({ title: '拜访设备科', status: 'done' }));
});

test('what a seller lets slip reaches the manager, with the seller’s name', async ({ browser }) => {
  await must('task.create', { title: '招标参数确认', dueDate: dayAt(-20) });
  const seller = await me();
  const people = await must<Person[]>('settings.members', {});
  const { name, managerId } = people.find(({ id }) => id === seller) ?? { name: '', managerId: null };
  await must('settings.setMe', { memberId: managerId });
  try {
    page = await openScreen(browser, host, '/today');
    await page.getByRole('radio', { name: '我的团队' }).check({ force: true });
    const row = page
      .getByRole('region', { name: '升级的任务' })
      .getByRole('listitem')
      .filter({ hasText: '招标参数确认' });
    await expect(row).toContainText(name);
    await page.keyboard.press('b');
    await expect(notice(`${name}的任务逾期：招标参数确认`)).toBeVisible();
  } finally {
    await must('settings.setMe', { memberId: seller });
  }
});

test('the settings keep quiet hours of the person and the days of the team', async ({ browser }) => {
  page = await openScreen(browser, host, '/settings?tab=notices');
  await page.getByRole('checkbox', { name: '免打扰时段' }).check();
  await page.getByRole('textbox', { name: '开始', exact: true }).fill('22点半');
  const days = page.getByRole('textbox', { name: '任务逾期几个工作日后告诉上级' });
  await days.fill('0');
  await expect(page.getByRole('alert')).toHaveText('请填 1 到 60 之间的整数');
  await days.fill('4');
  await expect
    .poll(() => must('notice.settings', {}))
    .toMatchObject({ personal: { quiet: { enabled: true, from: 1350 } }, team: { taskEscalationDays: 4 } });
  await must('notice.savePersonal', { quiet: { enabled: false }, morningMinute: 0 });
  await must('notice.saveTeam', {});
});

test('the day’s tasks are saved as a calendar file, which holds what stands in the list', async ({ browser }) => {
  page = await openScreen(browser, host, '/today');
  await expect(page.getByRole('region', { name: '今天', exact: true })).toBeVisible();
  const title = await page
    .getByRole('region', { name: '今天', exact: true })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first()
    .innerText();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出日历 .ics' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('林悦.ics');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  await expect(page.getByText('林悦.ics')).toBeVisible();
});
