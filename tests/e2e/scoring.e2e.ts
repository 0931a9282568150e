import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleInBothThemes } from '#tests/a11y/expectAccessible.ts';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { findId, openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;
let dealId: string;

test.beforeAll(async ({ browser }) => {
  host = await launchHost();
  await makeDemo(host);
  dealId = await findId(host, 'opportunity', '3.0T');
  page = await openScreen(browser, host, `/deals/${dealId}`);
});
test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value as Value;
};
const rates = () => page.getByRole('region', { name: '赢率' });

test('without a model the deal says so and leads to where one is trained', async () => {
  const link = rates().getByRole('link', { name: '去训练模型' });
  await expect(link).toHaveAttribute('href', /part=models/u);
});

test('a figure comes with its reasons, every factor and steps, one of which becomes a task and is taken back', async () => {
  test.setTimeout(90_000);
  await must('scoreModel.train', { kind: 'deal', activate: true });
  await must('scoring.rescore', {});
  // As a colleague's window: the page hears of it by itself.
  await expect(rates()).toContainText('个已结商机');
  await rates().getByRole('button', { name: '全部因素与行动' }).click();
  const drawer = page.getByRole('dialog', { name: '模型赢率的依据' });
  const plan = drawer.getByRole('button', { name: /^安排下一步：/u }).first();
  await expect(plan).toBeVisible();
  await expect(drawer.getByRole('table', { name: '全部因素' })).toContainText('合计 = ');
  const step = ((await plan.getAttribute('aria-label')) ?? '').replace('安排下一步：', '');
  await plan.click();
  await expect(drawer.getByText('已安排', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(drawer.getByRole('button', { name: `安排下一步：${step}` })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'factors and steps');
});

test('deals worth the effort stand in one list that leads to them', async () => {
  await page.goto(new URL('/analytics?view=attention', page.url()).href);
  const table = page.getByRole('table', { name: '值得投入' });
  await expect(table.getByRole('row').nth(1)).toContainText('→');
  await expectAccessibleInBothThemes(page, 'worth the effort');
  await table.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/deals\//u);
  await expect(rates()).toBeVisible();
});
