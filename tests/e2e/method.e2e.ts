import { type Browser, expect, type Page, test } from '@playwright/test';
import { openContext } from '#tests/support/browser.ts';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { createMovedClock } from '#tests/support/movedClock.ts';
import { cardOf, columnOf, dragTo } from '#tests/support/openPipeline.ts';

/*
 * One deal by the method, from the template to the signature of the manager, across the National Day holiday. The clock
 * of program and page is set forward between the parts, as weeks go by.
 */

/** Wednesday 30 September 2026, 10:00 in Shanghai: the day before the holiday. */
const START = Date.UTC(2026, 8, 30, 2);
const DAY = 86_400_000;

const clock = createMovedClock(START);
let host: LaunchedHost;
let page: Page;
let seller = '';
let manager = '';

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.value as Value;
};

/** A fresh window of whoever works at the device now. */
async function open(browser: Browser, path: string): Promise<void> {
  await page?.context().close();
  page = await (await openContext(browser)).newPage();
  await page.clock.setFixedTime(clock.now());
  const link = new URL(await host.newLink());
  await page.goto(`${link.origin}${path}${link.hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test.beforeAll(async () => {
  host = await launchHost({ env: clock.env });
  await must('workspace.create', { name: '方法', kind: 'empty', locale: 'zh-CN', personName: '林悦' });
  const { open: workspace } = await must<{ open: { me: { id: string } } }>('workspace.status', {});
  seller = workspace.me.id;
  manager = (await must<{ id: string }>('settings.saveMember', { name: '沈立', role: 'manager' })).id;
  await must('settings.saveMember', { id: seller, name: '林悦', role: 'seller', managerId: manager });
  await must('notice.savePersonal', { quiet: { enabled: false }, morningMinute: 0 });
});
test.afterAll(async () => {
  await page.context().close();
  await host.stop();
  clock.remove();
});

test('template, deal, tasks around a holiday, a held-back card, proof in place, move, overdue, escalation, sign-off', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await test.step('a process is made from a template', async () => {
    await open(browser, '/settings?tab=processes');
    await page.getByRole('button', { name: '新建流程', exact: true }).click();
    await page.getByRole('dialog').getByLabel('医疗器械').check();
    await page.getByRole('dialog').getByLabel('名称').fill('影像设备');
    await page.getByRole('dialog').getByLabel('名称').press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('影像设备');
  });
  const { processes } = await must<{ processes: { id: string; name: string }[] }>('process.list', {});
  const processId = processes.find(({ name }) => name === '影像设备')?.id ?? '';

  await test.step('a deal needs a name and an account', async () => {
    await open(browser, `/pipeline?process=${processId}`);
    await page.getByRole('button', { name: '新建商机' }).last().click();
    await page.getByLabel('商机名称').fill('3.0T 磁共振');
    await page.getByRole('combobox', { name: '客户' }).fill('华信医院');
    await page.getByRole('button', { name: '新建', exact: false }).last().click();
    await expect(columnOf(page, '需求验证').getByRole('link', { name: '3.0T 磁共振' })).toBeVisible();
  });
  await test.step('its tasks are due on worked days: the holiday is left out, the worked Saturday counts', async () => {
    await page.getByRole('link', { name: '3.0T 磁共振', exact: true }).click();
    await page.getByRole('tab', { name: /^任务/u }).click();
    const task = (title: string) => page.getByRole('row').filter({ hasText: title });
    await expect(task('科室需求访谈')).toContainText('10月10日');
    await expect(task('查装机与在用设备年限')).toContainText('10月13日');
    await expect(task('电话确认预算来源')).toContainText('10月16日');
  });
  const { rows } = await must<{ rows: { id: string; stageId: string }[] }>('pipeline.list', { processId });
  const opportunityId = rows[0]?.id ?? '';

  await test.step('a dragged card is held back, and goes on once everything is given where it is asked for', async () => {
    await open(browser, `/pipeline?process=${processId}`);
    await dragTo(page, cardOf(page, '3.0T 磁共振'), columnOf(page, '临床交流'), { x: 80, y: 200 });
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/项晋级标准没有达到/u)).toBeVisible();
    const go = dialog.getByRole('button', { name: '推进', exact: true });
    await expect(go).toBeDisabled();
    await dialog.getByRole('textbox', { name: /^证据：科室购置申请/u }).fill('设备科收件回执');
    await dialog.getByRole('textbox', { name: /^证据：资金来源/u }).fill('专项债批复');
    await dialog.getByRole('textbox', { name: /^证据：甲乙类设备/u }).fill('配置证复印件');
    await dialog.getByRole('textbox', { name: /^证据：填写预计成交日期/u }).fill('2027-03-01');
    await dialog.getByRole('textbox', { name: /^证据：填写预计成交日期/u }).press('Enter');
    await expect(go).toBeEnabled();
    await go.click();
    await expect(columnOf(page, '临床交流').getByRole('link', { name: '3.0T 磁共振' })).toBeVisible();
  });

  await test.step('three weeks later the seller is told what is overdue', async () => {
    clock.moveTo(START + 21 * DAY);
    await open(browser, '/today');
    await expect(page.getByRole('region', { name: '逾期', exact: true }).getByText('科室需求访谈')).toBeVisible();
    // The program notices the leap of its clock by itself.
    await expect(page.getByRole('button', { name: /^提醒/u }).first()).toHaveAccessibleName(/\d/u, { timeout: 30_000 });
  });
  await test.step('what stays undone reaches the manager, with the name of the seller', async () => {
    await must('settings.setMe', { memberId: manager });
    await open(browser, '/today');
    await page.getByRole('radio', { name: '我的团队' }).check({ force: true });
    const escalated = page.getByRole('region', { name: '升级的任务' }).getByRole('listitem');
    await expect(escalated.filter({ hasText: '科室需求访谈' })).toContainText('林悦');
  });

  await test.step('the seller asks for a sign-off and the manager gives it from Today', async () => {
    await must('settings.setMe', { memberId: seller });
    const [process] = (
      await must<{ id: string; stages: { id: string; name: string }[] }[]>('pipeline.processes', {})
    ).filter(({ id }) => id === processId);
    const toStageId = process?.stages.find(({ name }) => name === '招标谈判')?.id;
    await must('pipeline.move', { opportunityId, toStageId, reason: '院方直接进入招标' });
    await open(browser, `/deals/${opportunityId}`);
    await page.getByRole('button', { name: '请求签核' }).click();
    await expect(page.getByText('已请沈立签核')).toBeVisible();
    await must('settings.setMe', { memberId: manager });
    await open(browser, '/today');
    const waiting = page.getByRole('region', { name: /待我签核/u });
    await waiting.getByRole('button', { name: '签核' }).click();
    await waiting.getByRole('textbox', { name: /^签核意见/u }).fill('底价同意');
    await waiting.getByRole('textbox', { name: /^签核意见/u }).press('Enter');
    await expect(waiting).toBeHidden();
    await open(browser, `/deals/${opportunityId}`);
    await expect(page.getByText(/底价同意/u).first()).toBeVisible();
  });
});
