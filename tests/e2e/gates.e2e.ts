import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { cardOf, columnOf, dragTo, openPipeline } from '#tests/support/openPipeline.ts';
import { openScreen } from '#tests/support/openScreen.ts';

let host: LaunchedHost;
let page: Page;

/** Calls an operation that must succeed. */
async function must<Value>(operation: string, input: unknown): Promise<Value> {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.value as Value;
}
const newDeal = async (name: string): Promise<string> => {
  const { card } = await must<{ card: { id: string } }>('opportunity.create', { name, account: { name: '城北水务' } });
  return card.id;
};

test.beforeAll(async () => {
  host = await launchHost();
  await must('workspace.create', { name: '门', kind: 'empty', locale: 'zh-CN' });
  const { id } = await must<{ id: string }>('settings.saveMember', { name: '林悦', role: 'seller' });
  await must('settings.setMe', { memberId: id });
});
test.afterAll(() => host.stop());
test.afterEach(() => page.context().close());

const dialog = () => page.getByRole('dialog');
const proof = (name: RegExp) => dialog().getByRole('textbox', { name });

test('a dragged card that is held back goes on once everything is given in the dialog, and one undo takes it back', async ({
  browser,
}) => {
  const opportunityId = await newDeal('泵站改造');
  await must('activity.log', { kind: 'call', subject: '与厂长通话', opportunityId });
  page = await openPipeline(browser, host);
  await dragTo(page, cardOf(page, '泵站改造'), columnOf(page, '方案交流'), { x: 80, y: 200 });
  await expect(dialog().getByText(/项晋级标准没有达到/u)).toBeVisible();
  await expect(dialog().getByRole('button', { name: '推进', exact: true })).toBeDisabled();
  await proof(/^证据：客户确认的需求要点/u).fill('邮件，11月3日');
  await proof(/^证据：预算来源与审批人已问清/u).fill('访谈纪要');
  await proof(/^证据：填写预计成交日期/u).fill('2027-03-01');
  await proof(/^证据：填写预计成交日期/u).press('Enter');
  const questions = dialog()
    .getByRole('group')
    .filter({ has: page.getByText('不清楚') });
  const count = await questions.count();
  expect(count).toBe(7);
  for (let index = 0; index < count; index += 1) {
    await questions.nth(index).getByRole('radio', { name: '是' }).check();
    await dialog()
      .getByPlaceholder('写一句证据：谁、何时、在哪份材料')
      .nth(index + 2)
      .fill('王工当面说的');
  }
  const go = dialog().getByRole('button', { name: '推进', exact: true });
  await expect(go).toBeEnabled();
  await go.click();
  await expect(columnOf(page, '方案交流').getByRole('link', { name: '泵站改造' })).toBeVisible();
  // The card is shown there at once; the move can be undone when the program has answered.
  await expect(page.getByText('已把“泵站改造”移到方案交流')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销')).toBeVisible();
  await expect(columnOf(page, '需求验证').getByRole('link', { name: '泵站改造' })).toBeVisible();
});

test('answers raise the level on the page of the deal, and a decisive no offers to park it', async ({ browser }) => {
  const id = await newDeal('水质监测');
  page = await openScreen(browser, host, `/deals/${id}`);
  const card = page.getByRole('region', { name: /商机分级/u });
  const answer = async (index: number, value: string, evidence: string) => {
    const row = card.getByRole('listitem').nth(index);
    await row.getByRole('radio', { name: value }).check();
    await row.getByRole('textbox', { name: '证据' }).fill(evidence);
    await row.getByRole('button', { name: '保存' }).click();
    await expect(row.getByText(evidence)).toBeVisible();
  };
  await answer(0, '是', '厂长：今年必须换');
  await answer(1, '是', '汛期之前要用');
  await answer(2, '是', '参数逐条核对');
  await expect(card.getByText('C级', { exact: true }).first()).toBeVisible();
  // The first question of the next level is decisive.
  await card.getByRole('button', { name: /^B级/u }).click();
  await answer(0, '否', '今年没有预算');
  const banner = page.getByRole('status').filter({ hasText: '一票否决的问题答了“否”' });
  await expect(banner).toContainText('今年没有预算');
  await banner.getByRole('button', { name: '搁置' }).click();
  await expect(dialog().getByLabel('暂停的理由')).toHaveValue(/今年没有预算/u);
  await dialog().getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText('已暂停', { exact: true })).toBeVisible();
});

test('a loss names its reason and a rival that nobody knew before; the path shows every visit', async ({ browser }) => {
  const id = await newDeal('管网巡检');
  page = await openScreen(browser, host, `/deals/${id}`);
  const more = async (item: string) => {
    await page.getByRole('button', { name: '更多' }).first().click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await more('结束为输单');
  await dialog().getByRole('button', { name: '确认输单' }).click();
  await expect(dialog().getByText('选一个原因')).toBeVisible();
  await dialog().getByLabel('输单原因').click();
  await page.getByText('介入太晚', { exact: true }).last().click();
  await dialog().getByLabel('输给谁').fill('东方水科');
  await page.getByText('新增', { exact: true }).click();
  await dialog().getByRole('button', { name: '确认输单' }).click();
  await expect(dialog()).toBeHidden();
  await expect(page.getByText('东方水科', { exact: true })).toBeVisible();
  await more('重新打开，回到需求验证');
  await dialog().getByLabel('重新打开的理由').fill('对手退出');
  await dialog().getByRole('button', { name: '推进', exact: true }).click();
  await expect(dialog()).toBeHidden();
  await page.getByRole('button', { name: '经过3段' }).click();
  const visits = page.getByRole('list', { name: '阶段经过' }).locator('> li');
  await expect(visits).toHaveCount(3);
  await expect(visits.nth(1)).toContainText('介入太晚');
  await expect(visits.nth(2)).toContainText('对手退出');
});

test('a seller asks for a sign-off on the page of the deal and the manager signs it from Today', async ({
  browser,
}) => {
  const opportunityId = await newDeal('污水提标');
  const [process] = await must<{ stages: { id: string; name: string; stageClass: string }[] }[]>(
    'pipeline.processes',
    {},
  );
  const toStageId = process?.stages.find(({ stageClass }) => stageClass === 'negotiate')?.id;
  await must('pipeline.move', { opportunityId, toStageId, reason: '客户直接谈商务' });
  const members = await must<{ id: string; role: string; name: string }[]>('settings.members', {});
  const manager = members.find(({ role }) => role === 'manager');
  page = await openScreen(browser, host, `/deals/${opportunityId}`);
  await page.getByRole('button', { name: '请求签核' }).click();
  await expect(page.getByText(`已请${manager?.name ?? ''}签核`)).toBeVisible();
  await must('settings.setMe', { memberId: manager?.id });
  await page.context().close();
  page = await openScreen(browser, host, '/today');
  const waiting = page.getByRole('region', { name: /待我签核/u });
  await expect(waiting.getByRole('link', { name: '污水提标' })).toBeVisible();
  await waiting.getByRole('button', { name: '签核' }).click();
  await waiting.getByRole('textbox', { name: /^签核意见/u }).fill('同意按此条件签');
  await waiting.getByRole('textbox', { name: /^签核意见/u }).press('Enter');
  await expect(waiting).toBeHidden();
  await page.goto(`${new URL(page.url()).origin}/deals/${opportunityId}`);
  await expect(page.getByText(/同意按此条件签/u).first()).toBeVisible();
});
