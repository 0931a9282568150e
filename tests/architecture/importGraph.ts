import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'vite';

/** One import of one file: where it stands and what it names, resolved to a path of the tree when it is ours. */
export interface ImportEdge {
  readonly from: string;
  readonly specifier: string;
  /** Path from the root of the tree, or null for packages and Node's own modules. */
  readonly to: string | null;
  readonly typeOnly: boolean;
}

/** Source files that git lists (and new ones it does not ignore) under the root. */
export function sourceFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((file) => /^(shared|db|electron|renderer|resources)\/.*\.(ts|tsx)$/.test(file))
    .filter((file) => existsSync(join(root, file)));
}

/** Every static and dynamic import of a file, by the compiler's own parser rather than by pattern. */
export function importsOf(root: string, file: string): ImportEdge[] {
  const code = readFileSync(join(root, file), 'utf8');
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const edges: ImportEdge[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    edges.push({ from: file, specifier, to: resolve(file, specifier), typeOnly });
  for (const found of module.staticImports) {
    const typeOnly = found.entries.length > 0 && found.entries.every((entry) => entry.isType);
    add(found.moduleRequest.value, typeOnly);
  }
  for (const found of module.staticExports) {
    for (const entry of found.entries) if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
  }
  for (const found of module.dynamicImports) {
    const text = code.slice(found.moduleRequest.start, found.moduleRequest.end);
    const literal = /^['"](.+)['"]$/.exec(text);
    if (literal?.[1] !== undefined) add(literal[1], false);
  }
  return edges;
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return relative('.', normalize(join(dirname(from), specifier)));
  return null;
}

/** Runs along import edges and returns each cycle once, as the list of files that close it. */
export function findCycles(edges: readonly ImportEdge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.to === null || edge.typeOnly) continue;
    next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  }
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    path.push(file);
    for (const target of next.get(file) ?? []) {
      if (state.get(target) === 'open') cycles.push([...path.slice(path.indexOf(target)), target]);
      else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of next.keys()) if (!state.has(file)) visit(file);
  return cycles;
}
