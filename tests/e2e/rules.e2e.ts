import { expect, type Page, test } from '@playwright/test';
import { openContext } from '#tests/support/browser.ts';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { createMovedClock } from '#tests/support/movedClock.ts';

/** Wednesday 30 September 2026, 10:00 in Shanghai: the day before the National Day holiday. */
const NOW = Date.UTC(2026, 8, 30, 2);
const clock = createMovedClock(NOW);

let host: LaunchedHost;
let page: Page;

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value as Value;
};
const newDeal = async (name: string): Promise<string> =>
  (await must<{ card: { id: string } }>('opportunity.create', { name, account: { name: '华信医院' } })).card.id;

/** When a deal that is made now has its technical exchange due. */
const due = async (): Promise<(string | null)[]> => {
  const opportunityId = await newDeal('算日子');
  const tasks = await must<{ title: string; dueDate: string | null }[]>('task.ofOpportunity', { opportunityId });
  return tasks.filter(({ title }) => title === '技术交流').map(({ dueDate }) => dueDate);
};

test.beforeAll(async () => {
  host = await launchHost({ env: clock.env });
  await must('workspace.create', { name: '规则', kind: 'empty', locale: 'zh-CN' });
});
test.afterAll(async () => {
  await host.stop();
  clock.remove();
});
test.beforeEach(async ({ browser }) => {
  page = await (await openContext(browser)).newPage();
  await page.clock.setFixedTime(NOW);
});
test.afterEach(async () => {
  await page.context().close();
});

async function open(path: string): Promise<void> {
  const link = new URL(await host.newLink());
  await page.goto(`${link.origin}${path}${link.hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a rule is written, tried on the deals that are there, and gives the next deal its task after the holiday', async () => {
  await newDeal('影像中心一期');
  await open('/settings?tab=rules');
  await page.getByRole('button', { name: '新建规则' }).click();
  await page.getByLabel('规则名称').fill('新商机先拜访院长');
  // Nothing to do is said: the place is marked, and nothing is saved.
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填写文字')).toBeVisible();
  await page.getByRole('textbox', { name: '任务标题' }).fill('拜访院长');
  await page.getByRole('button', { name: '试运行', exact: true }).click();
  // The eighth to the tenth (a worked Saturday), then the twelfth to the fifteenth.
  const row = page.getByRole('row').filter({ hasText: '影像中心一期' });
  await expect(row).toContainText('创建任务“拜访院长”，10月15日到期');
  await expect(page.getByText('请填写文字')).toHaveCount(0);
  await page.getByRole('button', { name: '保存' }).click();
  const rules = page.getByRole('list', { name: '自动化规则' });
  await expect(rules.getByRole('listitem').last()).toContainText('当商机创建，则创建任务“拜访院长”（7个工作日内）。');

  await open('/pipeline');
  // The board is there: its keys are heard.
  await expect(page.getByRole('link', { name: '影像中心一期', exact: true })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: '新建商机' });
  await dialog.getByLabel('商机名称').fill('影像中心二期');
  await page.keyboard.press('Tab');
  await page.keyboard.type('华信');
  await expect(page.getByRole('option', { name: '华信医院' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: '影像中心二期', exact: true }).first().click();
  await page.getByRole('tab', { name: /^任务/u }).click();
  await expect(page.getByRole('row').filter({ hasText: '拜访院长' })).toContainText('10月15日');
});

test('a day that the team takes off moves due dates, by keyboard and with undo', async () => {
  await open('/settings?tab=calendar');
  await expect(page.getByRole('heading', { name: '2026年，248个工作日' })).toBeVisible();
  const eighth = page.getByRole('button', { name: /^10月8日，/u });
  await expect(page.getByRole('button', { name: '10月1日，休息' })).toBeVisible();
  await expect(page.getByRole('button', { name: '10月10日，调休上班' })).toBeVisible();
  await page.getByRole('button', { name: '10月7日，休息' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(eighth).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '10月8日，休息，团队改动' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '2026年，247个工作日' })).toBeVisible();
  expect(await due()).toEqual(['2026-10-16']);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '10月8日，上班' })).toBeVisible();
  expect(await due()).toEqual(['2026-10-15']);
});

test('rules change their order by keyboard, and a risk is cleared with a word why', async () => {
  await open('/settings?tab=rules');
  const rules = page.getByRole('list', { name: '自动化规则' }).getByRole('listitem');
  const [first, second] = [await rules.nth(0).innerText(), await rules.nth(1).innerText()];
  await rules.nth(1).getByRole('button', { name: /^编辑/u }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rules.nth(0)).toHaveText(second, { useInnerText: true });
  await page.keyboard.press('Control+z');
  await expect(rules.nth(0)).toHaveText(first, { useInnerText: true });

  const opportunityId = await newDeal('有风险');
  await must('risk.raise', { opportunityId, text: '预算未落实' });
  await open(`/deals/${opportunityId}`);
  await expect(page.getByText('1个风险')).toBeVisible();
  await page.getByRole('button', { name: '解除风险：预算未落实' }).click();
  await page.getByRole('textbox', { name: '为什么不再是风险' }).fill('已批');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1个风险')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1个风险')).toBeVisible();
});
