import { expect, type Page, test } from '@playwright/test';
import { openContext } from '#tests/support/browser.ts';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';

let host: LaunchedHost;
let page: Page;

const must = async <Value = unknown>(operation: string, input: unknown): Promise<Value> => {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.type}`);
  return answer.value as Value;
};
const open = async (path: string): Promise<void> => {
  const link = new URL(await host.newLink());
  await page.goto(`${link.origin}${path}${link.hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};
const newHospital = async (name: string, grade: string): Promise<string> =>
  (await must<{ id: string }>('account.create', { fields: { name, grade, industry: '医疗', ownership: '公立' } })).id;

test.beforeAll(async () => {
  host = await launchHost();
  await must('workspace.create', { name: '属性', kind: 'empty', locale: 'zh-CN' });
});
test.afterAll(async () => {
  await host.stop();
});
test.beforeEach(async ({ browser }) => {
  page = await (await openContext(browser)).newPage();
});
test.afterEach(async () => {
  await page.context().close();
});

test('a rule is changed, the preview shows who moves, the account scores by it, and one undo takes it back', async () => {
  const county = await newHospital('云杉县医院', '二级甲等');
  await newHospital('云杉市医院', '三级甲等');
  await must('attributeScore.addFromTemplate', { templateKey: 'medicalDevice' });
  await open('/settings?tab=scoring&part=attributes');
  await page.getByRole('link', { name: '医疗器械客户' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '医疗器械客户' })).toBeVisible();
  await expect(page.getByText('与现在相比没有变化。')).toBeVisible();

  await page.getByRole('button', { name: '展开“等级”' }).click();
  // Something that cannot work is said at its place, and cannot be saved.
  await page.getByRole('textbox', { name: '第 3 档的内容' }).fill('三级、二甲');
  await expect(page.getByText('“三级”已经在上面的一档')).toBeVisible();
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.getByRole('textbox', { name: '第 3 档的内容' }).fill('二级甲等、二甲');
  await page.getByRole('textbox', { name: '第 3 档的分数' }).fill('95');
  const up = page.getByRole('region', { name: '上升' });
  await expect(up.getByRole('link', { name: '云杉县医院' })).toBeVisible();

  // What is not saved is still there after leaving.
  await page.getByRole('link', { name: '属性规则' }).click();
  await expect(page.getByText('有未保存的修改')).toBeVisible();
  await page.getByRole('link', { name: '医疗器械客户' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存“医疗器械客户”')).toBeVisible();

  const points = async (): Promise<number | null> =>
    (await must<{ figure: { points: number | null } }>('attributeScore.ofRecord', { entity: 'account', id: county }))
      .figure.points;
  const after = await points();
  await page.keyboard.press('Control+z');
  await expect.poll(points).not.toBe(after);
  expect(after).toBeGreaterThan((await points()) ?? 100);
});

test('the card of an account says what is missing, and filling it in moves the score', async () => {
  const id = await newHospital('青溪市医院', '三级甲等');
  await open(`/accounts/${id}`);
  const card = page.getByRole('region', { name: '属性评分' });
  await expect(card.getByText('缺少的资料')).toBeVisible();
  const known = card.getByText(/^已知 /u);
  const before = await known.textContent();
  await card.getByRole('button', { name: '大区' }).click();
  await card.getByRole('textbox', { name: '大区' }).fill('华东');
  await page.keyboard.press('Enter');
  await expect(known).not.toHaveText(before ?? '');
  await page.keyboard.press('Control+z');
  await expect(known).toHaveText(before ?? '');
});
