import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
// Declares `window.kongdan`.
import '#renderer/platform/transport.ts';
import { launchDesktop, type LaunchedDesktop, onRealElectron } from '#tests/support/launchDesktop.ts';
import { repositoryFolder } from '#tests/support/builtProgram.ts';
import { launchHost } from '#tests/support/launchHost.ts';
import { runProcess } from '#tests/support/runProcess.ts';

test.describe('the desktop program', () => {
  let desktop: LaunchedDesktop;
  test.beforeEach(async () => {
    desktop = await launchDesktop();
  });
  test.afterEach(async () => {
    await desktop.stop();
  });

  test('shows the page, which reaches the core', async () => {
    await expect(desktop.page.locator('#root > *').first()).toBeVisible();
    const status = await desktop.page.evaluate(() => window.kongdan?.invoke('workspace.status', {}));
    expect(status).toMatchObject({ ok: true, value: { open: null, userDataFolder: desktop.userDataFolder } });
  });

  test('tells the page what a command changed', async () => {
    const topics = await desktop.page.evaluate(async () => {
      const heard = new Promise((resolve) => {
        const stop = window.kongdan?.subscribe((event) => {
          stop?.();
          resolve(event.type === 'changed' ? event.topics : null);
        });
      });
      await window.kongdan?.invoke('settings.set', { theme: 'dark' });
      return heard;
    });
    expect(topics).toEqual(['settings']);
  });

  test('gives the page nothing but the bridge', async () => {
    const found = await desktop.page.evaluate(() => ({
      bridge: Object.keys(window.kongdan ?? {}).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    }));
    expect(found.node).toEqual([]);
    expect(found.bridge).toEqual([
      'handleForDroppedFile',
      'invoke',
      'openExternal',
      'openLent',
      'pickFile',
      'print',
      'readLent',
      'saveFile',
      'saveLent',
      'subscribe',
    ]);
  });

  test('reminds on the desktop, counts on its icon and in the tray, and logs from there', async () => {
    test.skip(onRealElectron, 'What the desktop shows cannot be read back from real Electron.');
    const call = (operation: string, input: unknown) =>
      desktop.page.evaluate(([name, given]) => window.kongdan?.invoke(name, given), [operation, input] as const);
    expect(await call('workspace.create', { name: '试', kind: 'empty', personName: '林悦' })).toMatchObject({
      ok: true,
    });
    await call('settings.set', { language: 'zh-CN' });
    await call('notice.savePersonal', { quiet: { enabled: false }, morningMinute: 0 });
    await desktop.page.reload();
    await call('task.create', { title: '补交授权书', dueDate: '2024-01-05' });
    const shown = () =>
      desktop.app.evaluate(({ Notification }) => (Notification as unknown as { shown: { title: string }[] }).shown);
    await expect.poll(shown).toEqual([{ title: '逾期：补交授权书', body: '' }]);
    await expect.poll(() => desktop.app.evaluate(({ app }) => app.getBadgeCount())).toBe(1);
    interface StandInTray {
      readonly toolTip: string;
      readonly menu: { readonly items: readonly { readonly label?: string; readonly click?: () => void }[] };
    }
    const tray = await desktop.app.evaluate(({ Tray }) => {
      const [one] = (Tray as unknown as { all: StandInTray[] }).all;
      return { toolTip: one?.toolTip, labels: one?.menu.items.map((item) => item.label) };
    });
    expect(tray).toEqual({ toolTip: '控单，1条提醒', labels: ['打开控单', '记一笔', undefined, '退出'] });
    // The number in the title: the page listens.
    await expect(desktop.page).toHaveTitle(/^\(1\) /u);
    await desktop.app.evaluate(({ Tray }) => {
      const [one] = (Tray as unknown as { all: StandInTray[] }).all;
      one?.menu.items.find((item) => item.label === '记一笔')?.click?.();
    });
    await expect(desktop.page.getByRole('dialog', { name: '记一笔' })).toBeVisible();
  });

  test('runs no script that the page did not come with', async () => {
    // Playwright's own evaluation is exempt from the policy; what it leaves behind for later is not.
    const refused = await desktop.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const violations: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
          setTimeout(() => {
            const script = document.createElement('script');
            script.textContent = 'window.broken = true';
            document.body.append(script);
            void fetch('https://example.invalid/').catch(() => {});
            try {
              // oxlint-disable-next-line no-implied-eval, no-new-func, typescript/no-implied-eval -- must be refused
              new Function('window.broken = true')();
            } catch {
              violations.push('eval');
            }
            setTimeout(() => resolve('broken' in window ? ['ran'] : violations), 200);
          });
        }),
    );
    expect(refused).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src', 'eval']));
  });

  test('answers no page but its own', async () => {
    await desktop.app.evaluate(async ({ BrowserWindow }) => {
      await BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<p>elsewhere');
    });
    await desktop.page.getByText('elsewhere').waitFor();
    const answer = await desktop.page.evaluate(() => window.kongdan?.invoke('workspace.status', {}));
    expect(answer).toEqual({ ok: false, error: { type: 'forbidden', reason: 'sender' } });
    const asked = await desktop.page.evaluate(() =>
      window.kongdan?.pickFile([]).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(asked).toContain('not the program’s page');
  });

  test('does not let the page lead the window away, and opens web addresses outside', async () => {
    await desktop.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (address) => {
        opened.push(address);
        return Promise.resolve();
      };
    });
    await desktop.page.getByRole('heading', { level: 1 }).waitFor();
    const before = desktop.page.url();
    const answers = await desktop.page.evaluate(async () => [
      await window.kongdan?.openExternal('https://example.invalid/help'),
      await window.kongdan?.openExternal('file:///etc/passwd'),
      await window.kongdan?.openExternal('javascript:alert(1)'),
    ]);
    expect(answers).toEqual([true, false, false]);
    await desktop.page.evaluate(() => {
      setTimeout(() => location.assign('https://example.invalid/away'));
      return new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(desktop.page.url()).toBe(before);
    const opened = await desktop.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toEqual(['https://example.invalid/help']);
  });

  test('hands a chosen file over by a handle and saves bytes where the person says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kongdan-files-'));
    const chosen = join(folder, '商机.csv');
    const saved = join(folder, 'saved.bin');
    writeFileSync(chosen, 'name\n一号\n');
    await desktop.app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.chosen] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.saved });
      },
      { chosen, saved },
    );
    const answer = await desktop.page.evaluate(async () => ({
      file: await window.kongdan?.pickFile([{ label: 'CSV', extensions: ['csv'] }]),
      saved: await window.kongdan?.saveFile({
        name: 'x.bin',
        mediaType: 'application/octet-stream',
        bytes: new Uint8Array([0, 128, 255]),
      }),
    }));
    expect(answer.file).toMatchObject({ name: '商机.csv', size: 12 });
    expect(answer.file?.handle).not.toContain(folder);
    expect(answer.saved).toBe(true);
    expect([...readFileSync(saved)]).toEqual([0, 128, 255]);
    rmSync(folder, { recursive: true });
  });

  test('hands an attached file to the page, to a place of the person’s choice, and to their own program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kongdan-lent-'));
    const saved = join(folder, 'saved.pdf');
    writeFileSync(join(folder, '报告.pdf'), '%PDF report');
    writeFileSync(join(folder, '报告.exe'), 'MZ');
    await desktop.app.evaluate(({ dialog, shell }, target) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openPath = (path) => {
        opened.push(path);
        return Promise.resolve('');
      };
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
    }, saved);
    for (const name of ['报告.pdf', '报告.exe']) {
      await desktop.app.evaluate(
        ({ dialog }, path) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
        },
        join(folder, name),
      );
      const outcome = await desktop.page.evaluate(async () => {
        const bridge = window.kongdan;
        const must = async (operation: string, input: unknown) => {
          const envelope = await bridge?.invoke(operation, input);
          if (!envelope?.ok) throw new Error(`${operation}: ${JSON.stringify(envelope)}`);
          return envelope.value as Record<string, unknown>;
        };
        const { open } = await must('workspace.status', {});
        if (open === null) await must('workspace.create', { name: '桌面', kind: 'empty', personName: '林悦' });
        const file = await bridge?.pickFile([]);
        const { id } = await must('account.create', { fields: { name: `望澜医院 ${file?.name}` } });
        const attached = await must('document.attach', { files: [file?.handle], target: { entity: 'account', id } });
        const [document] = attached['documents'] as { id: string }[];
        const handle = String((await must('document.open', { id: document?.id }))['handle']);
        const bytes = await bridge?.readLent(handle);
        return {
          text: new TextDecoder().decode(bytes ?? undefined),
          saved: await bridge?.saveLent(handle),
          opened: await bridge?.openLent(handle),
          foreign: [await bridge?.readLent('/etc/passwd'), await bridge?.saveLent('x'), await bridge?.openLent('x')],
        };
      });
      expect(outcome.foreign).toEqual([null, false, false]);
      expect(outcome.saved).toBe(true);
      expect(readFileSync(saved, 'utf8')).toBe(outcome.text);
      // A program is never opened, only saved.
      expect(outcome.opened).toBe(name.endsWith('.pdf'));
    }
    const opened = await desktop.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toHaveLength(1);
    expect(readFileSync(opened[0] ?? '', 'utf8')).toBe('%PDF report');
    for (const path of [folder, join(opened[0] ?? '', '..')]) rmSync(path, { recursive: true });
  });

  test('asks for the safe settings of its window', async () => {
    test.skip(onRealElectron, 'real Electron does not tell its preferences');
    const preferences = await desktop.app.evaluate(
      ({ BrowserWindow }) =>
        (BrowserWindow.getAllWindows()[0] as unknown as { options: { webPreferences: object } }).options.webPreferences,
    );
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});

test.describe('between two starts', () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kongdan-desktop-'));
  });
  test.afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('the window opens where it was and as large as it was', async () => {
    const wanted = { x: 120, y: 80, width: 1100, height: 700 };
    const first = await launchDesktop({ userDataFolder: folder });
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      wanted,
    );
    await first.stop();
    const second = await launchDesktop({ userDataFolder: folder });
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    await second.stop();
    expect(bounds).toEqual(wanted);
  });

  test('a second start brings the first window to the front and ends', async () => {
    const first = await launchDesktop({ userDataFolder: folder });
    const focused = first.app.evaluate(
      ({ app, BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.minimize();
          app.on('second-instance', () => setTimeout(() => resolve(window?.isMinimized() === false), 50));
        }),
    );
    const failed = await launchDesktop({ userDataFolder: folder }).then(
      () => false,
      () => true,
    );
    expect(failed).toBe(true);
    expect(await focused).toBe(true);
    await first.stop();
  });

  test('a running browser host is opened instead of a second core', async () => {
    test.skip(onRealElectron, 'it would open the browser of the machine');
    const host = await launchHost({ userDataFolder: folder });
    const standIn = join(repositoryFolder, 'tests', 'standin', 'electron');
    const desktop = await runProcess(standIn, [repositoryFolder, '--user-data', folder]);
    expect(desktop.err).toContain(`[shell] open ${host.address}/#token=`);
    expect(desktop.code).toBe(0);
    expect(await host.call('workspace.status', {})).toMatchObject({ ok: true });
    await host.stop();
  });
});
