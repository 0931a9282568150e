import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { makeDemo } from '#tests/support/openPipeline.ts';
import { findId, openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let dealId: string;
let page: Page;

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
  dealId = await findId(host, 'opportunity', '3.0T 磁共振采购');
});
test.afterAll(async () => {
  await host.stop();
});
test.beforeEach(async ({ browser }) => {
  page = await openScreen(browser, host, `/deals/${dealId}?tab=map`);
  await expect(map()).toBeVisible();
});
test.afterEach(async () => {
  await page.context().close();
});

const map = () => page.getByRole('img', { name: /^权力地图，/u });
const panel = () => page.getByRole('complementary').filter({ hasText: '洞察' });
const undo = async () => {
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销').first()).toBeVisible();
};

/** The middle of a person's card on the screen; Cytoscape keeps itself on its element. */
async function cardAt(name: string): Promise<{ x: number; y: number }> {
  const box = await map().boundingBox();
  const at = await map().evaluate((element, wanted) => {
    interface Card {
      data(key: string): unknown;
      renderedPosition(): { x: number; y: number };
    }
    const { cy } = Reflect.get(element, '_cyreg') as { cy: { nodes(): { toArray(): Card[] } } };
    return cy
      .nodes()
      .toArray()
      .find((card) => card.data('name') === wanted)
      ?.renderedPosition();
  }, name);
  if (!box || !at) throw new Error(`${name} is not on the map`);
  return { x: box.x + at.x, y: box.y + at.y };
}

const clickCard = async (name: string) => {
  const { x, y } = await cardAt(name);
  await page.mouse.click(x, y);
};

test('adds a person under a superior, and takes that back', async () => {
  await page.getByRole('button', { name: '加一个人' }).click();
  const dialog = page.getByRole('dialog', { name: '加一个人' });
  await dialog.getByRole('radio', { name: '新的人' }).check();
  await dialog.getByLabel('姓名').fill('顾衡之');
  await dialog.getByRole('combobox', { name: /汇报/u }).fill('梁静');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('img', { name: /^权力地图，11人/u })).toBeVisible();
  const superior = await cardAt('梁静');
  const added = await cardAt('顾衡之');
  expect(added.y).toBeGreaterThan(superior.y);
  await undo();
  await expect(page.getByRole('img', { name: /^权力地图，10人/u })).toBeVisible();
});

test('a chosen person changes stance in the panel, and the indices follow', async () => {
  const support = panel().getByText('支持占比').locator('xpath=..');
  await expect(support).toContainText('30%');
  await clickCard('陈国栋');
  await expect(panel().getByRole('heading', { name: '陈国栋' })).toBeVisible();
  await panel()
    .getByRole('button', { name: /^编辑立场/u })
    .click();
  await page.getByTitle('支持', { exact: true }).click();
  await expect(panel().getByRole('button', { name: /^编辑立场/u })).toContainText('支持');
  await expect(support).toContainText('52%');
  await undo();
  await expect(support).toContainText('30%');
});

test('a line drawn by mouse from card to card changes what the single thread hangs on, and undo brings it back', async () => {
  await expect(panel()).toContainText('去掉赵敏，通往决策人的路径就断了');
  await page.getByRole('combobox', { name: '画线' }).click();
  await page.getByTitle('画引荐', { exact: true }).click();
  await expect(page.getByText('从一张卡片拖到另一张。')).toBeVisible();
  const from = await cardAt('孙毅');
  const to = await cardAt('许文澜');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText('已画关系')).toBeVisible();
  await expect(panel()).toContainText('去掉许文澜，通往决策人的路径就断了');
  await undo();
  await expect(panel()).toContainText('去掉赵敏，通往决策人的路径就断了');
});

test('the table has the same powers: draw a line, judge a person, change a superior', async () => {
  await page.getByRole('radio', { name: '表格' }).check();
  const lines = page.getByRole('table', { name: '关系' });
  const before = await lines.locator('tbody tr').count();
  const pick = async (name: string, text: string) => {
    await page.getByRole('combobox', { name, exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };
  await pick('从', '韩雪');
  await pick('到', '陈国栋');
  await page.getByRole('button', { name: '画上' }).click();
  await expect(lines.locator('tbody tr')).toHaveCount(before + 1);
  await expect(lines.getByRole('row').filter({ hasText: '韩雪' })).toContainText('陈国栋');
  await undo();
  await expect(lines.locator('tbody tr')).toHaveCount(before);
  const people = page.getByRole('table', { name: '决策链上的人' });
  const person = people.getByRole('row').filter({ has: page.getByRole('button', { name: '罗浩', exact: true }) });
  await person.getByRole('button', { name: /^编辑影响力/u }).click();
  await page.getByRole('textbox', { name: '影响力' }).fill('9');
  await page.keyboard.press('Enter');
  await expect(person.getByRole('button', { name: /^编辑影响力/u })).toContainText('9');
  await undo();
  await expect(person.getByRole('button', { name: /^编辑影响力/u })).toContainText('4');
});

test('an insight shows the people it rests on', async () => {
  await panel()
    .getByRole('button', { name: /决策人未接触/u })
    .click();
  await expect(panel().getByRole('heading', { name: '许文澜' })).toBeVisible();
});
