import { type Browser, expect, type Page } from '@playwright/test';
import { type Looks, openContext } from './browser.ts';
import type { LaunchedHost } from './launchHost.ts';

/** Opens one address of the program in a fresh profile and waits for its heading. */
export async function openScreen(browser: Browser, host: LaunchedHost, path: string, looks: Looks = {}): Promise<Page> {
  const page = await (await openContext(browser, looks)).newPage();
  const link = new URL(await host.newLink());
  await page.goto(`${link.origin}${path}${link.hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** The id of the best hit of a search. Fails when nothing of that kind is found. */
export async function findId(
  host: LaunchedHost,
  entity: 'opportunity' | 'account' | 'contact' | 'lead',
  text: string,
): Promise<string> {
  const answer = await host.call('search.find', { text, limit: 12 });
  if (!answer.ok) throw new Error(`search.find: ${answer.error.type}`);
  const { hits } = answer.value as { hits: { entity: string; id: string }[] };
  const hit = hits.find((one) => one.entity === entity);
  if (!hit) throw new Error(`No ${entity} is called ${text}`);
  return hit.id;
}
