import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', '..', 'renderer', 'theme');
const css = readFileSync(join(folder, 'tokens.css'), 'utf8');
const reader = readFileSync(join(folder, 'readTokens.ts'), 'utf8');

function valuesIn(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );
}

const [, lightBlock = '', darkBlock = ''] =
  /\[data-theme=["']light["']\]\s*\{([^}]*)\}[^[]*\[data-theme=["']dark["']\]\s*\{([^}]*)\}/u.exec(css) ?? [];
const themes = { light: valuesIn(lightBlock), dark: valuesIn(darkBlock) } as const;

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

test('both themes define the same roles', () => {
  expect(themes.light.size).toBeGreaterThan(50);
  expect([...themes.dark.keys()].toSorted()).toEqual([...themes.light.keys()].toSorted());
});

test('every role can be read by charts, grid and graph', () => {
  const readable = new Set([...reader.matchAll(/: '(--[\w-]+)'/gu)].map((match) => match[1]));
  expect([...themes.light.keys()].filter((name) => !readable.has(name))).toEqual([]);
  expect([...readable].filter((name) => name !== '--font' && !themes.light.has(name ?? ''))).toEqual([]);
});

const grounds = ['--bg-app', '--bg-surface', '--bg-hover', '--bg-selected'] as const;

test.each(['light', 'dark'] as const)('all text is readable on every ground in the %s theme', (theme) => {
  const value = (name: string) => themes[theme].get(name) ?? '';
  for (const ground of grounds) {
    for (const text of ['--text-1', '--text-2', '--text-3']) {
      expect(contrast(value(text), value(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each(['light', 'dark'] as const)('status text is readable on its own tint in the %s theme', (theme) => {
  const value = (name: string) => themes[theme].get(name) ?? '';
  for (const status of ['pos', 'neg', 'warn', 'info']) {
    expect(contrast(value(`--${status}`), value(`--${status}-bg`)), status).toBeGreaterThanOrEqual(5.2);
  }
  expect(contrast(value('--on-accent'), value('--accent-fill'))).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('control borders and stage colours stand out in the %s theme', (theme) => {
  const value = (name: string) => themes[theme].get(name) ?? '';
  for (const name of ['--border-3', '--stage-verify', '--stage-engage', '--stage-negotiate', '--stage-close']) {
    expect(contrast(value(name), value('--bg-surface')), name).toBeGreaterThanOrEqual(3);
  }
});
