import { type Browser, type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import { chromiumPath } from './chromiumPath.ts';

/** How Chromium must be started here: root may not use the sandbox, containers have little shared memory. */
export function chromiumOptions(): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: chromiumPath(),
    args: [
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  };
}

/** Starts a browser for tests that do not use Playwright's own fixtures. The caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(chromiumOptions());

/** Language and looks of a page as a person's system would ask for them. */
export interface Looks {
  readonly language?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A fresh profile with the given looks; Chinese, light and 1440×900 unless told. */
export function openContext(browser: Browser, looks: Looks = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: looks.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: looks.theme ?? 'light',
    viewport: { width: looks.width ?? 1440, height: looks.height ?? 900 },
  });
}
