import { expect, test } from '@playwright/test';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';

let host: LaunchedHost;
test.beforeEach(async () => {
  host = await launchHost();
});
test.afterEach(async () => {
  await host.stop();
});

test('the link opens the program and its token leaves the address', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(host.url);
  await expect(page.locator('#root > *').first()).toBeVisible();
  expect(page.url()).not.toContain('token');
  expect(complaints).toEqual([]);
});
