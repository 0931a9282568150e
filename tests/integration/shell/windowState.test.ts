import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fitToScreens, readWindowState } from '#electron/shell/windowState.ts';

const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 2560, height: 1440 };
const state = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

it('opens in the usual size the first time', () => {
  expect(fitToScreens(null, [left])).toEqual({ bounds: { width: 1440, height: 900 }, maximized: false });
});

it('opens where it was as long as the title bar can be reached', () => {
  expect(fitToScreens(state(2500, 100), [left, right]).bounds).toEqual({ x: 2500, y: 100, width: 1200, height: 800 });
  expect(fitToScreens(state(-1000, 100), [left]).bounds).toMatchObject({ x: -1000 });
});

it('keeps only the size when the screen it was on is gone', () => {
  expect(fitToScreens(state(2500, 100), [left]).bounds).toEqual({ width: 1200, height: 800 });
  expect(fitToScreens(state(-1150, 100), [left]).bounds).toEqual({ width: 1200, height: 800 });
  expect(fitToScreens(state(100, 1060), [left]).bounds).toEqual({ width: 1200, height: 800 });
});

it('is never larger than the screen', () => {
  expect(fitToScreens(state(0, 0, 5000, 4000), [left]).bounds).toMatchObject({ width: 1920, height: 1080 });
});

it('forgets a file that cannot be understood', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kongdan-window-'));
  for (const text of ['', '{', '{"bounds":{"x":"1"}}', 'null']) {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toBe(null);
  }
  rmSync(folder, { recursive: true });
});
