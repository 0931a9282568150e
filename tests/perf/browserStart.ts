import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, openContext } from '#tests/support/browser.ts';
import { launchHost, type LaunchedHost } from '#tests/support/launchHost.ts';
import { summarise, type Timing } from './measure.ts';

/** From starting the host's process to a card that can be clicked; the browser itself is already running. */
export interface StartFigures {
  readonly hostServes: Timing;
  readonly boardUsable: Timing;
  readonly total: Timing;
}

/** Starts the built host with the workspace several times, each time with a fresh browser profile. */
export async function measureStart(workspace: string, processId: string, rounds: number): Promise<StartFigures> {
  const userDataFolder = mkdtempSync(join(tmpdir(), 'kongdan-bench-'));
  const browser = await launchBrowser();
  const [serves, usable, total]: [number[], number[], number[]] = [[], [], []];
  try {
    const prepared = await launchHost({ userDataFolder, workspace, env: { KONGDAN_CHECK: '0' } });
    await must(prepared, 'settings.set', { lastProcessId: processId, language: 'zh-CN' });
    const first = await firstCard(prepared, processId);
    await prepared.stop();
    for (let round = 0; round < rounds; round += 1) {
      const context = await openContext(browser);
      const page = await context.newPage();
      const started = performance.now();
      const host = await launchHost({ userDataFolder, workspace, env: { KONGDAN_CHECK: '0' } });
      const served = performance.now();
      try {
        const link = new URL(host.url);
        link.pathname = '/pipeline';
        await page.goto(link.href, { waitUntil: 'commit' });
        await page
          .locator(`[data-stage="${first.stageId}"]`)
          .getByText(first.name)
          .first()
          .waitFor({ timeout: 60_000 });
        const seen = performance.now();
        serves.push(served - started);
        usable.push(seen - served);
        total.push(seen - started);
      } finally {
        await context.close();
        await host.stop();
      }
    }
  } finally {
    await browser.close();
    rmSync(userDataFolder, { recursive: true, force: true });
  }
  return { hostServes: summarise(serves), boardUsable: summarise(usable), total: summarise(total) };
}

async function must(host: LaunchedHost, operation: string, input: unknown): Promise<unknown> {
  const answer = await host.call(operation, input);
  if (!answer.ok) throw new Error(`${operation} failed: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** The card that stands first on the board, so that seeing it proves that the data has arrived. */
async function firstCard(host: LaunchedHost, processId: string): Promise<{ stageId: string; name: string }> {
  const board = (await must(host, 'pipeline.board', { processId, perColumn: 1 })) as {
    columns: { stageId: string; cards: { name: string }[] }[];
  };
  const column = board.columns.find(({ cards }) => cards.length > 0);
  if (column === undefined) throw new Error('The board has no card to wait for');
  return { stageId: column.stageId, name: column.cards[0]!.name };
}
