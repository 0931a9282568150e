import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Looks, openContext } from './browser.ts';
import type { LaunchedHost } from './launchHost.ts';

/** Makes the demo workspace in a fresh host and opens it there. Fails when the core refuses. */
export async function makeDemo(host: LaunchedHost, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  const made = await host.call('workspace.create', {
    name: 'Demo',
    kind: 'sample',
    size: 'demo',
    seed: 1,
    locale: language,
  });
  expect(made).toMatchObject({ ok: true });
}

/** Opens 商机 in a fresh profile; `search` is the part of the address behind the question mark. */
export async function openPipeline(
  browser: Browser,
  host: LaunchedHost,
  options: Looks & { readonly search?: string; readonly touch?: boolean } = {},
): Promise<Page> {
  const { search = '', touch = false, ...looks } = options;
  const context = touch
    ? await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, hasTouch: true })
    : await openContext(browser, looks);
  const page = await context.newPage();
  const link = new URL(await host.newLink());
  await page.goto(`${link.origin}/pipeline${search}${link.hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** The column of a stage. */
export const columnOf = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });

/** The card of a deal by its name. */
export const cardOf = (page: Page, deal: string) =>
  page.locator('[data-deal]').filter({ has: page.getByRole('link', { name: deal, exact: true }) });

/** Drags something with the mouse to a point of another element, in steps as a hand would. */
export async function dragTo(
  page: Page,
  from: ReturnType<typeof cardOf>,
  to: ReturnType<typeof cardOf>,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error('Nothing to drag, or nowhere to drag it to');
  await page.mouse.move(start.x + 60, start.y + 50);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 60, { steps: 4 });
  await page.mouse.move(end.x + at.x, end.y + at.y, { steps: 10 });
  // The drag library looks once a frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.move(end.x + at.x + 2, end.y + at.y, { steps: 2 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.up();
}

/** What axe finds wrong with the page as it stands, in words. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}
