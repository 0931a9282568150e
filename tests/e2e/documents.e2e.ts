import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let deal: string;
let accountId: string;

/** Calls an operation that must succeed. */
async function must<Value>(operation: string, input: unknown): Promise<Value> {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.value as Value;
}

interface TaskState {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly documents: number;
}
const visit = async (): Promise<TaskState> => {
  const tasks = await must<TaskState[]>('task.ofOpportunity', { opportunityId: deal });
  const found = tasks.find(({ title }) => title === '高层互访');
  if (found === undefined) throw new Error('The stage made no executive visit');
  return found;
};

test.beforeAll(async () => {
  host = await launchHost();
  await must('workspace.create', { name: '文件', kind: 'empty', personName: '林悦' });
});
test.afterAll(async () => {
  await host.stop();
});
test.beforeEach(async () => {
  const made = await must<{ card: { id: string; account: { id: string } } }>('opportunity.create', {
    name: '影像中心二期',
    account: { name: '望澜医院' },
    expectedClose: '2027-06-30',
  });
  deal = made.card.id;
  accountId = made.card.account.id;
  const [process] = await must<{ stages: { id: string; stageClass: string }[] }[]>('pipeline.processes', {});
  const engage = process?.stages.find(({ stageClass }) => stageClass === 'engage')?.id;
  await must('pipeline.move', { opportunityId: deal, toStageId: engage, reason: '直接进入交流' });
});
test.afterEach(async () => {
  await must('opportunity.remove', { ids: [deal] });
});

const report = { name: '行业分析报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 report') };
const notes = { name: '访谈.txt', mimeType: 'text/plain', buffer: Buffer.from('预算三百万，九月立项') };
const choose = (page: Page, ...files: (typeof report)[]) => page.locator('input[type="file"]').setInputFiles(files);

test('an executive visit cannot be ticked off until the report is attached, then it can', async ({ browser }) => {
  const page = await openScreen(browser, host, `/deals/${deal}?tab=tasks`);
  const row = page.getByRole('row', { name: /高层互访/ });
  await expect(row.getByRole('button', { name: /完成前要附上行业分析报告/ })).toBeVisible();
  await row.getByRole('checkbox').click();
  const dialog = page.getByRole('dialog', { name: '完成“高层互访”' });
  await expect(dialog.getByText('把“行业分析报告”拖到这里')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await visit()).toMatchObject({ status: 'open', documents: 0 });

  await row.getByRole('checkbox').click();
  await choose(page, report);
  await expect(page.getByText('已附上行业分析报告.pdf并完成任务')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(row.getByRole('checkbox')).toBeChecked();
  await expect(row.getByRole('button', { name: /的文件，1个/ })).toBeVisible();
  expect(await visit()).toMatchObject({ status: 'done', documents: 1 });

  await page.keyboard.press('Control+z');
  await expect(row.getByRole('checkbox')).not.toBeChecked();
  expect(await visit()).toMatchObject({ status: 'open', documents: 0 });
  await page.context().close();
});

test('Today asks for it as well, and so does the log that completes the task', async ({ browser }) => {
  const { id } = await visit();
  const { today } = await must<{ today: string }>('task.today', {});
  await must('task.update', { id, fields: { dueDate: today } });
  const page = await openScreen(browser, host, '/today');
  const row = page.getByRole('region', { name: '今天', exact: true }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(row).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog', { name: '完成“高层互访”' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: '选择文件' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await host.call('activity.log', { kind: 'visit', subject: '拜访', completesTaskId: id })).toMatchObject({
    ok: false,
    error: { type: 'deliverableMissing' },
  });
  await row.getByRole('button', { name: /完成前要附上/ }).click();
  const files = page.getByRole('dialog', { name: '“高层互访”的文件' });
  await choose(page, report);
  await expect(files.getByRole('button', { name: '行业分析报告.pdf', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: /的文件，1个/ })).toBeVisible();
  await row.getByRole('button').first().click();
  await expect(page.getByText('任务已完成')).toBeVisible();
  expect((await visit()).status).toBe('done');
  await page.context().close();
});

test('a log entry that completes the visit waits for the report and is then written', async ({ browser }) => {
  const { id } = await visit();
  const { today } = await must<{ today: string }>('task.today', {});
  await must('task.update', { id, fields: { dueDate: today } });
  const page = await openScreen(browser, host, `/deals/${deal}`);
  await page.getByRole('button', { name: '完成并记录' }).click();
  const log = page.getByRole('dialog', { name: '记一笔' });
  await expect(log.getByLabel('发生了什么')).toHaveValue('高层互访');
  await page.keyboard.press('Control+Enter');
  const deliver = page.getByRole('dialog', { name: '完成“高层互访”' });
  await expect(deliver).toBeVisible();
  await choose(page, report);
  await expect(page.getByText('已记下：高层互访')).toBeVisible();
  await expect(deliver).toBeHidden();
  await expect(log).toBeHidden();
  expect(await visit()).toMatchObject({ status: 'done', documents: 1 });
  await page.context().close();
});

test('files are added, shown, renamed and removed on the deal by keyboard, and seen on the account', async ({
  browser,
}) => {
  const page = await openScreen(browser, host, `/deals/${deal}?tab=files`);
  await expect(page.getByText('还没有文件')).toBeVisible();
  await choose(page, report, notes);
  const name = (text: string) => page.getByRole('button', { name: text, exact: true });
  await expect(name('访谈.txt')).toBeVisible();
  await expect(page.getByRole('tab', { name: /文件/ })).toContainText('2');

  await name('访谈.txt').focus();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: '访谈.txt' });
  await expect(preview.getByText('预算三百万，九月立项')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  await name('访谈.txt').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('需求访谈');
  await page.keyboard.press('Enter');
  await expect(name('需求访谈.txt')).toBeVisible();

  const saved = page.waitForEvent('download');
  await name('行业分析报告.pdf').click();
  expect((await saved).suggestedFilename()).toBe('行业分析报告.pdf');

  await name('需求访谈.txt').focus();
  await page.keyboard.press('Delete');
  await expect(name('需求访谈.txt')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(name('需求访谈.txt')).toBeVisible();

  const account = await openScreen(browser, host, `/accounts/${accountId}`);
  await expect(account.getByRole('button', { name: '需求访谈.txt', exact: true })).toBeVisible();
  await expect(account.getByRole('link', { name: '商机：影像中心二期' }).first()).toBeVisible();
  await account.context().close();
  await page.context().close();
});

test('a file dragged onto a task is attached to it; one dropped beside does not lead away', async ({ browser }) => {
  const page = await openScreen(browser, host, `/deals/${deal}?tab=tasks`);
  const row = page.getByRole('row', { name: /技术交流会/ });
  await expect(row).toBeVisible();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['纪要'], '交流纪要.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: transfer });
  await row.dispatchEvent('dragover', { dataTransfer: transfer });
  await row.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(row.getByRole('button', { name: /的文件，1个/ })).toBeVisible();
  await page.context().close();
});
