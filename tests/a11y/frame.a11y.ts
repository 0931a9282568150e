import { expect, test } from '@playwright/test';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';
import { expectAccessibleInBothThemes } from './expectAccessible.ts';

let host: LaunchedHost;
test.beforeAll(async () => {
  host = await launchHost();
});
test.afterAll(async () => {
  await host.stop();
});

test('the start screen and its dialog are accessible in both themes', async ({ page }) => {
  await page.goto(await host.newLink());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'start');
  await page.getByRole('button', { name: '新建工作区' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'new workspace');
});

test.describe('in a workspace', () => {
  test.beforeAll(async () => {
    const made = await host.call('workspace.create', { name: '演示', kind: 'empty', personName: '林悦' });
    expect(made.ok).toBe(true);
  });

  for (const tab of ['general', 'people', 'workspace', 'keys', 'about']) {
    test(`the settings are accessible in both themes: ${tab}`, async ({ page }) => {
      await page.goto(await host.newLink());
      await expect(page.getByRole('navigation')).toBeVisible();
      await page.goto(`${host.address}/settings?tab=${tab}`);
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await expectAccessibleInBothThemes(page, tab);
    });
  }

  test('the palette and the sheet of keys are accessible in both themes', async ({ page }) => {
    await page.goto(await host.newLink());
    await expect(page.getByRole('navigation')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await expectAccessibleInBothThemes(page, 'palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
    await expectAccessibleInBothThemes(page, 'keys');
  });
});
