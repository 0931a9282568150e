import { expect, type Page, test } from '@playwright/test';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';

let host: LaunchedHost;
test.beforeEach(async () => {
  host = await launchHost();
});
test.afterEach(async () => {
  await host.stop();
});

/** Everything that the page complained about: console errors, exceptions, refused content. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
const shown = (page: Page) => page.locator('#root > *').first().waitFor();
const setTheme = (value: 'light' | 'dark') => host.call('settings.set', { theme: value });

test('the link opens the program, and its token leaves the address', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await page.goto(host.url);
  await shown(page);
  expect(page.url()).not.toContain('token');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a reload keeps the session', async ({ page }) => {
  await page.goto(host.url);
  await shown(page);
  await page.reload();
  await shown(page);
  await setTheme('dark');
  await expect.poll(() => theme(page)).toBe('dark');
});

test('a second tab gets in by asking the first one, and both hear what changes', async ({ context, page }) => {
  await page.goto(host.url);
  await shown(page);
  const second = await context.newPage();
  await second.goto(host.address);
  await shown(second);
  await setTheme('dark');
  await expect.poll(() => theme(second)).toBe('dark');
  await expect.poll(() => theme(page)).toBe('dark');
  // The tab that kept the stream open is gone: the other one takes over.
  await page.close();
  await setTheme('light');
  await expect.poll(() => theme(second)).toBe('light');
});

test('eight tabs work at once although a browser allows six connections', async ({ context, page }) => {
  await page.goto(host.url);
  await shown(page);
  const tabs = [page];
  for (let count = 1; count < 8; count += 1) {
    const tab = await context.newPage();
    await tab.goto(host.address);
    tabs.push(tab);
  }
  await setTheme('dark');
  for (const tab of tabs) await expect.poll(() => theme(tab)).toBe('dark');
});

test('another browser without a fresh link is told so, and a fresh link lets it in', async ({ browser, page }) => {
  await page.goto(host.url);
  await shown(page);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(host.url);
  await expect(stranger.getByRole('alert')).toBeVisible();
  // Pasted into the same tab: only the fragment of the address changes.
  await stranger.goto(await host.newLink());
  await shown(stranger);
  await setTheme('dark');
  await expect.poll(() => theme(stranger)).toBe('dark');
  await stranger.context().close();
});

test('a page of another address on this machine cannot reach the program', async ({ page }) => {
  const { createServer } = await import('node:http');
  const foreign = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<p>foreign');
  });
  await new Promise<void>((resolve) => {
    foreign.listen(0, '127.0.0.1', resolve);
  });
  const { port } = foreign.address() as { port: number };
  await page.goto(`http://127.0.0.1:${port}/`);
  const outcome = await page.evaluate(async (address) => {
    const attempt = (path: string, init?: RequestInit) =>
      fetch(address + path, init).then(
        (answer) => `answered ${answer.status}`,
        () => 'refused',
      );
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    return [
      await attempt('/api/session', { method: 'POST', body: '{"token":"x"}' }),
      await attempt('/'),
      frame.contentDocument === null ? 'frame refused' : 'frame shown',
    ];
  }, host.address);
  await new Promise((resolve) => {
    foreign.close(resolve);
    foreign.closeAllConnections();
  });
  expect(outcome).toEqual(['refused', 'refused', 'frame refused']);
});

test('the page says when the program has ended, and goes on by itself when it is back', async ({ page }) => {
  await page.goto(host.url);
  await shown(page);
  await setTheme('light');
  await expect.poll(() => theme(page)).toBe('light');
  const { userDataFolder } = host;
  const port = Number(new URL(host.address).port);
  await host.kill();
  await expect(page.getByRole('alert')).toBeVisible();
  const again = await launchHost({ userDataFolder, port });
  await page.goto(again.url);
  await shown(page);
  await again.call('settings.set', { theme: 'dark' });
  await expect.poll(() => theme(page)).toBe('dark');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await again.stop();
});

test('a screen asked for while the program is gone waits for it under the banner, and shows when it is back', async ({
  page,
}) => {
  await host.call('workspace.create', { name: '华东', kind: 'empty', personName: '林悦' });
  await page.goto(host.url);
  const rail = page.getByRole('navigation').first();
  await rail.getByRole('link', { name: '客户' }).waitFor();
  const { userDataFolder } = host;
  const port = Number(new URL(host.address).port);
  await host.kill();
  await expect(page.getByRole('alert')).toBeVisible();
  const asked = page.waitForRequest((request) => request.url().includes('AccountsScreen'));
  await rail.getByRole('link', { name: '客户' }).click();
  await asked;
  await expect(page.getByRole('alert')).toBeVisible();
  const again = await launchHost({ userDataFolder, port });
  await expect(page.getByRole('heading', { name: '客户' })).toBeVisible({ timeout: 15_000 });
  await page.goto(again.url);
  await shown(page);
  await again.stop();
});
