import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from '#shared/i18n/catalogues.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const zhCN = catalogues['zh-CN'];
const en = catalogues.en;
const keys = Object.keys(zhCN);
const singular = /_one$/u;

/** Texts that are the same in every language on purpose: a language is offered in its own words. */
const sameEverywhere = new Set(['settings.language.zhCN', 'settings.language.en']);

const parametersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '').toSorted();

test('every text exists in both languages, and English has none that Chinese lacks', () => {
  const enKeys = Object.keys(en).filter((key) => !singular.test(key));
  expect(enKeys.toSorted()).toEqual(keys.toSorted());
  const orphans = Object.keys(en).filter(
    (key) => singular.test(key) && !Object.hasOwn(zhCN, key.replace(singular, '')),
  );
  expect(orphans).toEqual([]);
});

test('no catalogue defines a key of another one', () => {
  const folder = join(root, 'shared', 'i18n', 'zhCN');
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of readdirSync(folder)) {
    for (const match of readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([\w.]+)':/gmu)) {
      const key = match[1] ?? '';
      if (seen.has(key)) twice.push(`${key} in ${seen.get(key)} and ${file}`);
      seen.set(key, file);
    }
  }
  expect(seen.size).toBe(keys.length);
  expect(twice).toEqual([]);
});

test('every key is area.thing.part, where the part may carry a code of the domain', () => {
  expect(keys.filter((key) => !/^[a-zA-Z0-9]+(?:\.\w+){2,3}$/u.test(key))).toEqual([]);
});

test('no text is empty', () => {
  const empty = [...Object.entries(zhCN), ...Object.entries(en)].filter(([, text]) => text.trim() === '');
  expect(empty.map(([key]) => key)).toEqual([]);
});

test('no English text holds Chinese characters', () => {
  const untranslated = Object.entries(en).filter(
    ([key, text]) => !sameEverywhere.has(key) && /\p{Script=Han}/u.test(text),
  );
  expect(untranslated.map(([key]) => key)).toEqual([]);
});

test('every Chinese text holds Chinese characters unless it is a name or only figures', () => {
  const names = new Set(['app.progress.ofTotal', 'app.figure.open', 'settings.language.en', 'start.recent.path']);
  const foreign = Object.entries(zhCN).filter(
    ([key, text]) =>
      !names.has(key) && !/\p{Script=Han}/u.test(text) && /[a-z]{3}/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')),
  );
  expect(foreign.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

test('both languages need the same values', () => {
  const different = Object.entries(en)
    .filter(([key]) => !singular.test(key))
    .filter(([key, text]) => parametersOf(text).join() !== parametersOf(zhCN[key] ?? '').join());
  expect(different.map(([key]) => key)).toEqual([]);
});

test('no text uses a middle dot as a separator or a hyphen as a minus', () => {
  const wrong = [...Object.entries(zhCN), ...Object.entries(en)].filter(([, text]) => / · |\s-\d/u.test(text));
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test('Chinese sentences use full-width punctuation', () => {
  const wrong = Object.entries(zhCN).filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u.test(text));
  expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

/** All source text of the program besides the catalogues. */
function sources(): string {
  const parts: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (path !== join('shared', 'i18n', 'zhCN') && path !== join('shared', 'i18n', 'en')) walk(path);
      } else if (/\.tsx?$/u.test(entry.name)) parts.push(readFileSync(join(root, path), 'utf8'));
    }
  };
  for (const folder of ['renderer', 'shared', 'electron']) walk(folder);
  return parts.join('\n');
}

test('every text is used somewhere', () => {
  const text = sources();
  expect(text.length).toBeGreaterThan(100_000);
  const literal = new Set([...text.matchAll(/['"`]([a-zA-Z0-9]+(?:\.\w+){2,3})['"`]/gu)].map((match) => match[1]));
  // `errors.${type}.title` uses all keys of that shape.
  const shapes = [...text.matchAll(/`([a-zA-Z0-9]+\.[\w.]*(?:\$\{[^`]+?\}[\w.]*)+)`/gu)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/gu, '[\\w.]+')}$`, 'u'),
  );
  const unused = keys.filter((key) => !literal.has(key) && !shapes.some((shape) => shape.test(key)));
  expect(unused).toEqual([]);
});
