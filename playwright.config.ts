import { defineConfig } from '@playwright/test';
import { chromiumOptions } from '#tests/support/browser.ts';

/**
 * End-to-end tests on the built program: most open pages of the browser host, some start the main process on the
 * stand-in. Each test starts what it needs itself (tests/support), because each works on data of its own.
 */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.e2e.ts', 'a11y/**/*.a11y.ts'],
  outputDir: 'test-results/e2e',
  // On two cores a second browser gains nothing and makes every test slower.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A shared machine can starve a browser for seconds; a test that needs its second try is reported as flaky, not hidden.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumOptions(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
