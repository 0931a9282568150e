import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '#shared/lib/version.ts';
import { findCycles, importsOf, sourceFiles } from './importGraph.ts';
import { brokenRule } from './rules.ts';

const root = join(import.meta.dirname, '../..');
const files = sourceFiles(root);
const edges = files.flatMap((file) => importsOf(root, file));

describe('the house', () => {
  test('every file of every layer was looked at', () => {
    for (const layer of ['shared', 'db', 'electron', 'renderer']) {
      const onDisk = readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(ts|tsx)$/.test(file),
      );
      const seen = files.filter((file) => file.startsWith(`${layer}/`));
      expect(onDisk.length).toBeGreaterThan(5);
      expect(seen.length).toBe(onDisk.length);
    }
  });

  test('no import crosses a wall', () => {
    const broken = edges.flatMap((edge) => {
      const rule = brokenRule(edge);
      return rule === null ? [] : [`${edge.from} → ${edge.specifier}: ${rule}`];
    });
    expect(broken).toEqual([]);
  });

  test('no files import each other in a circle at run time', () => {
    expect(findCycles(edges)).toEqual([]);
  });

  test('an import that names a file of ours names its ending', () => {
    const bare = edges.filter((edge) => edge.to !== null && !/\.(ts|tsx|css|svg|html)(\?\w+)?$/.test(edge.to));
    expect(bare.map((edge) => `${edge.from} → ${edge.specifier}`)).toEqual([]);
  });

  test('no room is called utils, helpers, misc or common', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/i.test(file))).toEqual([]);
  });

  test('there is no default export and no barrel outside the contract', () => {
    const found = files.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const isBarrel = /(^|\/)index\.ts$/.test(file) && /^export (\*|\{[^}]*\}) from/m.test(text);
      return /^export default /m.test(text) || isBarrel;
    });
    expect(found).toEqual([]);
  });

  test('SQL is written only in db', () => {
    const found = files.filter((file) => {
      if (file.startsWith('db/')) return false;
      return /[`'"]\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s)/.test(
        readFileSync(join(root, file), 'utf8'),
      );
    });
    expect(found).toEqual([]);
  });

  test('every export of shared, db and electron says what it is for', () => {
    const undocumented = files
      .filter((file) => /^(shared\/(lib|domain)|db|electron)\//.test(file))
      .filter((file) => !/^db\/(migrations|schema)\//.test(file))
      .flatMap((file) => {
        const lines = readFileSync(join(root, file), 'utf8').split('\n');
        return lines.flatMap((line, index) =>
          /^export (async )?(function|class|const|interface) /.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? '')
            ? [`${file}:${index + 1}`]
            : [],
        );
      });
    expect(undocumented).toEqual([]);
  });

  test('the version in the program is the one in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(VERSION).toBe(manifest.version);
  });

  test('package.json names exact versions and no package is fetched from elsewhere', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    );
    expect(loose).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "(git|file)/);
  });
});

describe('the rules themselves', () => {
  const violations = join(import.meta.dirname, 'violations');
  const names = readdirSync(violations, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const wrongEdges = names.flatMap((file) => importsOf(violations, file));

  test('find every deliberate violation', () => {
    const found = wrongEdges.flatMap((edge) => brokenRule(edge) ?? []);
    expect(found.toSorted()).toEqual([
      'electron/features may not import electron',
      'electron/features may not import electron/shell',
      'feature one may not import feature two',
      'renderer may not import db',
      'renderer/features may not import antd',
      'shared may not import db',
      'shared/readsClock.ts may not import node:fs',
    ]);
  });

  test('find the deliberate circle', () => {
    expect(findCycles(wrongEdges)).toHaveLength(1);
  });
});
