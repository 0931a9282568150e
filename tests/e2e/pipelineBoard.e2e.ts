import { expect, type Page, test } from '@playwright/test';
import { type LaunchedHost, launchHost } from '#tests/support/launchHost.ts';
import { cardOf, columnOf, dragTo, makeDemo, openPipeline } from '#tests/support/openPipeline.ts';

let host: LaunchedHost;
let page: Page;

test.beforeAll(async () => {
  host = await launchHost();
  await makeDemo(host);
});
test.afterAll(async () => {
  await host.stop();
});
test.beforeEach(async ({ browser }) => {
  page = await openPipeline(browser, host);
  await expect(cardOf(page, '3.0T 磁共振采购')).toBeVisible();
});
test.afterEach(async () => {
  await page.context().close();
});

const undo = async () => {
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销')).toBeVisible();
};
const moveByMenu = async (deal: string, stage: string) => {
  await cardOf(page, deal).getByRole('link').focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
};
const heading = (stage: string) => columnOf(page, stage).locator('header');

test.describe('the board', () => {
  test('asks a dragged card for what is missing, lets it go on with a reason, and takes that back', async () => {
    const before = await heading('招标谈判').innerText();
    await dragTo(page, cardOf(page, '3.0T 磁共振采购'), columnOf(page, '招标谈判'), { x: 80, y: 300 });
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/项晋级标准没有达到/u)).toBeVisible();
    await expect(dialog.getByRole('button', { name: '推进', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: '带理由推进' }).click();
    await expect(dialog.getByText('写一句理由就可以继续')).toBeVisible();
    await dialog.getByLabel('推进理由').fill('院长口头同意，纪要下周补');
    await dialog.getByRole('button', { name: '带理由推进' }).click();
    await expect(columnOf(page, '招标谈判').getByRole('link', { name: '3.0T 磁共振采购' })).toBeVisible();
    await expect(page.getByText('已把“3.0T 磁共振采购”移到招标谈判')).toBeVisible();
    expect(await heading('招标谈判').innerText()).not.toBe(before);
    await expect(cardOf(page, '3.0T 磁共振采购').getByRole('link')).toBeFocused();
    await undo();
    await expect(columnOf(page, '参数论证').getByRole('link', { name: '3.0T 磁共振采购' })).toBeVisible();
    await expect(heading('招标谈判')).toHaveText(before.replaceAll('\n', ''), { useInnerText: false });
  });

  test('leaves a card where it was when the question is cancelled', async () => {
    await moveByMenu('3.0T 磁共振采购', '招标谈判');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(columnOf(page, '参数论证').getByRole('link', { name: '3.0T 磁共振采购' })).toBeVisible();
  });

  test('proves a criterion in the dialog and moves by keyboard alone', async () => {
    await cardOf(page, '数字乳腺机更新').getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(cardOf(page, '数字乳腺机更新').getByRole('link')).toBeFocused();
    // The mouse rests where the menu will open; it must not choose.
    await page.keyboard.press('m');
    const far = await page.getByRole('menuitem', { name: '签约', exact: true }).boundingBox();
    await page.keyboard.press('Escape');
    await page.mouse.move((far?.x ?? 0) + 20, (far?.y ?? 0) + 10);
    await cardOf(page, '数字乳腺机更新').getByRole('link').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: '临床交流', exact: true })).toBeFocused();
    await page.waitForTimeout(300);
    await expect(page.getByRole('menuitem', { name: '临床交流', exact: true })).toBeFocused();
    // The first stage is where the card is and cannot be chosen; the next one has the focus.
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const proof = dialog.getByRole('textbox', { name: /^证据：/u });
    await expect(proof).toBeFocused();
    await page.keyboard.type('设备科收件回执，11月20日');
    await dialog.getByRole('button', { name: '推进', exact: true }).press('Enter');
    await expect(columnOf(page, '临床交流').getByRole('link', { name: '数字乳腺机更新' })).toBeFocused();
    await undo();
    await expect(columnOf(page, '需求验证').getByRole('link', { name: '数字乳腺机更新' })).toBeVisible();
  });

  test('asks why a stage is skipped and why a deal goes back', async () => {
    await moveByMenu('新生儿监护升级', '招标谈判');
    await expect(page.getByRole('dialog').getByLabel('跳过阶段的理由')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await moveByMenu('高端彩超 4 台', '临床交流');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('退回的理由').fill('参数要重新论证');
    await dialog.getByRole('button', { name: '推进', exact: true }).click();
    await expect(columnOf(page, '临床交流').getByRole('link', { name: '高端彩超 4 台' })).toBeVisible();
    await undo();
  });

  test('asks for the reason of a loss and for no competitor', async () => {
    await moveByMenu('胎心监护网络', '输单');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认输单' }).click();
    await expect(dialog.getByText('选一个原因')).toBeVisible();
    await dialog.getByLabel('输单原因').click();
    await page.getByText('介入太晚', { exact: true }).last().click();
    await dialog.getByRole('button', { name: '确认输单' }).click();
    await expect(dialog).toBeHidden();
    await expect(cardOf(page, '胎心监护网络')).toHaveCount(0);
    await undo();
    await expect(columnOf(page, '签约').getByRole('link', { name: '胎心监护网络' })).toBeVisible();
  });

  test('shows the places for won, lost and paused only while a card is dragged', async () => {
    await expect(page.locator('[data-target]')).toHaveCount(0);
    const card = await cardOf(page, '超声骨刀两套').boundingBox();
    if (!card) throw new Error('no card');
    await page.mouse.move(card.x + 60, card.y + 60);
    await page.mouse.down();
    await page.mouse.move(card.x + 70, card.y + 90, { steps: 6 });
    const pause = page.locator('[data-target="pause"]');
    await expect(pause).toBeVisible();
    const place = await pause.boundingBox();
    if (!place) throw new Error('no place');
    await page.mouse.move(place.x + 50, place.y + 20, { steps: 8 });
    await expect(pause).toHaveCSS('border-style', 'solid');
    await page.mouse.up();
    await expect(cardOf(page, '超声骨刀两套')).toHaveCount(0);
    await expect(page.locator('[data-target]')).toHaveCount(0);
    await undo();
    await expect(cardOf(page, '超声骨刀两套')).toBeVisible();
  });

  test('puts a card where it is dropped in its own column', async () => {
    const titles = () => columnOf(page, '需求验证').locator('h3').allInnerTexts();
    const before = await titles();
    await dragTo(page, cardOf(page, '数字乳腺机更新'), cardOf(page, '超声 6 台批量采购'), { x: 80, y: 150 });
    const [first = '', second = '', third = ''] = before;
    await expect.poll(titles).toEqual([second, third, first, ...before.slice(3)]);
    await page.reload();
    await expect.poll(titles).toEqual([second, third, first, ...before.slice(3)]);
  });

  test('moves several deals at once, says which had to stay, and takes all of it back in one step', async () => {
    await cardOf(page, '急诊移动 DR').getByRole('link').focus();
    await page.keyboard.press('x');
    await cardOf(page, '口腔 CBCT 三台').click({ modifiers: ['Control'] });
    await expect(page.getByText('已选2个')).toBeVisible();
    await page.getByRole('toolbar').getByRole('button', { name: '移到…' }).click();
    await page.getByRole('menuitem', { name: '输单', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('输单原因').click();
    await page.getByText('价格', { exact: true }).last().click();
    await dialog.getByRole('button', { name: '确认输单' }).click();
    await expect(page.getByText('已把2个商机移到输单')).toBeVisible();
    await expect(cardOf(page, '急诊移动 DR')).toHaveCount(0);
    await undo();
    await expect(cardOf(page, '急诊移动 DR')).toBeVisible();
    await expect(cardOf(page, '口腔 CBCT 三台')).toBeVisible();
  });

  test('lists what a move of several left behind', async () => {
    await cardOf(page, '六院区影像云平台').getByRole('link').focus();
    await page.keyboard.press('x');
    await cardOf(page, '新生儿监护升级').click({ modifiers: ['Control'] });
    await page.getByRole('toolbar').getByRole('button', { name: '移到…' }).click();
    await page.getByRole('menuitem', { name: '签约', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('个商机没有移动')).toBeVisible();
    await dialog.getByRole('button', { name: '处理' }).first().click();
    await expect(page.getByRole('dialog').getByLabel('跳过阶段的理由')).toBeVisible();
  });

  test('adds a deal from a name and an account, by keyboard alone', async () => {
    await page.locator('body').click({ position: { x: 700, y: 26 } });
    await page.keyboard.press('n');
    await expect(page.getByLabel('商机名称')).toBeFocused();
    await page.keyboard.type('移动 DR 两台');
    await page.keyboard.press('Tab');
    await page.keyboard.type('云岫');
    await expect(page.getByRole('option', { name: '云岫医疗集团' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(columnOf(page, '需求验证').getByRole('link', { name: '移动 DR 两台' })).toBeFocused();
    await expect(cardOf(page, '移动 DR 两台')).toContainText('云岫医疗集团');
    await undo();
    await expect(cardOf(page, '移动 DR 两台')).toHaveCount(0);
  });

  test('shows a deal beside the board on Space and opens it on Enter', async () => {
    await cardOf(page, '大孔径 CT').first().getByRole('link').focus();
    await page.keyboard.press('Space');
    const peek = page.getByRole('dialog', { name: '大孔径 CT' });
    await expect(peek.getByText('预计成交')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(peek).toBeHidden();
    await expect(cardOf(page, '大孔径 CT').first().getByRole('link')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/deals\//u);
    await page.goBack();
    await expect(cardOf(page, '大孔径 CT').first()).toBeVisible();
  });
});

test('a long press of a finger opens the menu that does what dragging does', async ({ browser }) => {
  const touch = await openPipeline(browser, host, { touch: true });
  const card = await cardOf(touch, '3.0T 磁共振采购').boundingBox();
  if (!card) throw new Error('no card');
  const session = await touch.context().newCDPSession(touch);
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: card.x + 60, y: card.y + 60 }],
  });
  await expect(touch.getByRole('menuitem', { name: '移到…' })).toBeVisible();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(touch.getByRole('menuitem', { name: '移到…' })).toBeVisible();
  await expect(touch).toHaveURL(/\/pipeline/u);
  await touch.context().close();
});
