import { app, Menu, Notification, powerMonitor, Tray } from 'electron';
import type { Core } from '#electron/core/types.ts';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import type { CoreEvent, Topic } from '#shared/contract/operation.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { type Language, nearestLanguage } from '#shared/i18n/language.ts';
import { noticeText } from '#shared/i18n/noticeText.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { trayIcon } from './trayIcon.ts';

/** What the tray does in the window. */
export interface WindowActions {
  /** Brings the window to the front, opening it when it was closed. */
  readonly show: () => void;
  /** The same, and begins a log entry there. */
  readonly quickLog: () => void;
}

/** Changes of these may open or close reminders. */
const counted: ReadonlySet<Topic> = new Set(['notices', 'tasks', 'opportunities', 'leads', 'members', 'workspace']);
const COUNT_AFTER_MS = 300;

/**
 * Puts reminders on the desktop: notifications when they are told, their number on the icon and in the tray, and a look
 * after the machine woke up. Returns how to end it.
 */
export function startReminders(core: Core, window: WindowActions): () => void {
  const tray = new Tray(trayIcon());
  tray.on('click', window.show);
  let counting: NodeJS.Timeout | null = null;
  let alive = true;
  const show = async (): Promise<void> => {
    counting = null;
    const [count, language] = [await openCount(core), await languageOf(core)];
    if (alive) showCount(tray, count, language, window);
  };
  const showSoon = (): void => {
    counting ??= setTimeout(() => void show(), COUNT_AFTER_MS);
  };
  const hear = (event: CoreEvent): void => {
    if (event.type === 'notify') void notify(core, event, window);
    else if (event.type === 'changed' && event.topics.some((topic) => counted.has(topic) || topic === 'settings'))
      showSoon();
  };
  const unsubscribe = core.subscribe(hear);
  const look = (): void => void core.lookNow();
  powerMonitor.on('resume', look);
  powerMonitor.on('unlock-screen', look);
  showSoon();
  return () => {
    alive = false;
    unsubscribe();
    powerMonitor.off('resume', look);
    powerMonitor.off('unlock-screen', look);
    if (counting !== null) clearTimeout(counting);
    tray.destroy();
  };
}

async function notify(
  core: Core,
  { told, count }: Extract<CoreEvent, { type: 'notify' }>,
  window: WindowActions,
): Promise<void> {
  if (!Notification.isSupported()) return;
  const language = await languageOf(core);
  const t = createTranslator(language);
  const texts =
    count > told.length
      ? [{ title: t('notices.notify.many', { count }), body: '' }]
      : told.map((one) => noticeText(one, t, language));
  for (const text of texts) {
    const shown = new Notification(text);
    shown.on('click', window.show);
    shown.show();
  }
}

function showCount(tray: Tray, count: number, language: Language, window: WindowActions): void {
  const t = createTranslator(language);
  app.setBadgeCount(count);
  tray.setToolTip(count === 0 ? t('app.name.short') : t('notices.tray.count', { count }));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: t('notices.tray.open'), click: window.show },
      { label: t('notices.tray.quickLog'), click: window.quickLog },
      { type: 'separator' },
      { label: t('notices.tray.quit'), click: () => app.quit() },
    ]),
  );
}

/** Zero while no workspace is open. */
async function openCount(core: Core): Promise<number> {
  const answer = await core.invoke(noticeContract.counts.name, {}, { door: 'screen' });
  return answer.ok ? noticeContract.counts.output.parse(answer.value).open : 0;
}

async function languageOf(core: Core): Promise<Language> {
  const answer = await core.invoke(settingsContract.get.name, {}, { door: 'screen' });
  const chosen = answer.ok ? settingsContract.get.output.parse(answer.value).language : null;
  return chosen ?? nearestLanguage([app.getLocale()]);
}
