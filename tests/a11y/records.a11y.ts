import { expect, test } from '@playwright/test';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { findId, openScreen } from '#tests/support/openScreen.ts';
import { expectAccessibleInBothThemes } from './expectAccessible.ts';

let host: LaunchedHost;
let ids: { readonly deal: string; readonly account: string; readonly contact: string; readonly lead: string };
/** A lead that came in twice. Which one it is depends on the day the sample is made. */
async function repeatedLead(): Promise<string> {
  const answer = await host.call('duplicate.pairs', { entity: 'lead' });
  if (!answer.ok) throw new Error(answer.error.type);
  const [first] = (answer.value as { pairs: { oneId: string }[] }).pairs;
  if (!first) throw new Error('The sample has no repeated lead');
  return first.oneId;
}

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
  ids = {
    deal: await findId(host, 'opportunity', '3.0T 磁共振采购'),
    account: await findId(host, 'account', '望澜大学附属医院'),
    contact: await findId(host, 'contact', '赵敏'),
    lead: await repeatedLead(),
  };
});
test.afterAll(async () => {
  await host.stop();
});

const screens: readonly (readonly [string, () => string, string])[] = [
  ['today', () => '/today', '日程'],
  ['deal', () => `/deals/${ids.deal}`, '晋级标准'],
  ['C139', () => `/deals/${ids.deal}?tab=c139`, '要清楚什么'],
  ['tasks', () => `/deals/${ids.deal}?tab=tasks`, '加任务'],
  ['files', () => `/deals/${ids.deal}?tab=files`, '选择文件'],
  ['changes', () => `/deals/${ids.deal}?tab=changes`, '示例数据'],
  ['power map', () => `/deals/${ids.deal}?tab=map`, '洞察'],
  ['accounts', () => '/accounts', '共123家'],
  ['account', () => `/accounts/${ids.account}`, '资料'],
  ['contact', () => `/contacts/${ids.contact}`, '联系方式'],
  ['analytics', () => '/analytics', '停留时长'],
  ['leads', () => '/leads?view=all', '保留期'],
  ['rate of leads', () => '/leads?view=rate', '按进入时间统计'],
  ['lead', () => `/leads/${ids.lead}`, '可能已经有了'],
  ['duplicates', () => '/duplicates?entity=lead', '保留这条'],
];

for (const [name, path, sign] of screens) {
  test(`this screen is accessible in both themes: ${name}`, async ({ browser }) => {
    const page = await openScreen(browser, host, path());
    await expect(page.getByText(sign).first()).toBeVisible();
    await expectAccessibleInBothThemes(page, name);
    await page.context().close();
  });
}

test('the table of the map with a chosen person is accessible in both themes', async ({ browser }) => {
  const page = await openScreen(browser, host, `/deals/${ids.deal}?tab=map`);
  await page.getByRole('radio', { name: '表格' }).check();
  await page.getByRole('button', { name: '许文澜', exact: true }).click();
  await expect(page.getByRole('heading', { name: '许文澜' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'map table');
  await page.context().close();
});

test('the log dialog is accessible in both themes', async ({ browser }) => {
  const page = await openScreen(browser, host, '/accounts');
  await expect(page.getByText('共123家')).toBeVisible();
  // The button is there as soon as the log dialog has been loaded and its key works.
  await expect(page.getByRole('button', { name: '记一笔' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog', { name: '记一笔' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'log dialog');
  await page.context().close();
});

test('the rows of an opened figure are accessible in both themes', async ({ browser }) => {
  const page = await openScreen(browser, host, '/analytics');
  await page
    .getByRole('table')
    .first()
    .getByRole('row')
    .filter({ hasText: '签约' })
    .last()
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('dialog').locator('tbody tr').first()).toBeVisible();
  await expectAccessibleInBothThemes(page, 'rows of a figure');
  await page.context().close();
});
