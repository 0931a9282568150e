import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { createCore } from '#electron/core/createCore.ts';
import type { Core } from '#electron/core/types.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import { sampleSizeSchema } from '#shared/contract/workspace.contract.ts';
import { repositoryFolder } from '#tests/support/builtProgram.ts';
import { BENCH_NOW, cachedSample, removeWorkspace, workingCopy } from './benchWorkspace.ts';
import { measureStart, type StartFigures } from './browserStart.ts';
import { type CoreCase, coreCases } from './coreCases.ts';
import { compareWays } from './measure.ts';
import { findMoves, timeMoves, timePlainMoves } from './moveCase.ts';
import { openPlain } from './plainStatements.ts';
import { type BenchResult, type CaseResult, reportLines } from './report.ts';
import { measureWriteLoad, type WriteLoadFigures } from './writeLoad.ts';

/*
 * `npm run bench:core`: what the core takes for the things a person does, on 100,000 deals, each beside plain prepared
 * statements on the same file. Measures; never fails for being slow.
 */

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const { values, size, rounds } = readArguments();
const cacheFolder = join(repositoryFolder, 'node_modules', '.cache', 'kongdan-bench');

const sample = cachedSample(cacheFolder, size, say);
const copy = workingCopy(sample.path, 'core');
const folder = mkdtempSync(join(tmpdir(), 'kongdan-bench-'));
const workerFile = new URL('../../electron/workers/worker.ts', import.meta.url);
const core = await createCore({
  userDataFolder: folder,
  workspacesFolder: folder,
  now: () => BENCH_NOW,
  randomBytes: (length) => randomBytes(length),
  workerFile,
  logLevel: 'silent',
  checkOutputs: false,
});
try {
  const result = await measureAll(core);
  const out = join(repositoryFolder, 'bench-results');
  mkdirSync(out, { recursive: true });
  const file = join(out, `core-${size}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${reportLines(result).join('\n')}\n\n${file}\n`);
} finally {
  await core.close();
  removeWorkspace(copy);
  rmSync(folder, { recursive: true, force: true });
}

function readArguments() {
  const usage = `Arguments: --size ${sampleSizeSchema.options.join('|')} --rounds N --only TEXT --skip-start --skip-writes`;
  try {
    const parsed = parseArgs({
      options: {
        size: { type: 'string', default: 'large' },
        rounds: { type: 'string', default: '200' },
        only: { type: 'string' },
        'skip-start': { type: 'boolean', default: false },
        'skip-writes': { type: 'boolean', default: false },
      },
    });
    const wanted = Number(parsed.values.rounds);
    if (!Number.isInteger(wanted) || wanted < 10) throw new TypeError('--rounds takes a whole number from 10.');
    return { values: parsed.values, size: sampleSizeSchema.parse(parsed.values.size), rounds: wanted };
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return process.exit(2);
  }
}

async function measureAll(measured: Core): Promise<BenchResult> {
  const opened = await measured.invoke(contracts.workspace.open.name, { path: copy }, { door: 'test' });
  if (!opened.ok) throw new Error(`The workspace does not open: ${JSON.stringify(opened.error)}`);
  const plain = openPlain(copy);
  const { cases, subjects } = coreCases(plain, rounds);
  const wanted = cases.filter(({ name }) => values.only === undefined || name.includes(values.only));
  const results: CaseResult[] = [];
  for (const one of wanted) {
    say(`  ${one.name}`);
    results.push(await measureCase(measured, one));
  }
  const counts = countRows((sql) => plain.prepare<[], number>(sql).pluck().get() ?? 0);
  plain.close();
  if (values.only === undefined) results.push(await measureMoves(measured));
  await measured.invoke(contracts.workspace.close.name, {}, { door: 'test' });
  say('  writes');
  const writes = tryWrites();
  say('  start');
  const start = await tryStart(subjects.processId);
  return {
    at: new Date().toISOString(),
    size,
    machine: machine(),
    seed: sample.seed,
    counts,
    cases: results,
    writes,
    start,
  };
}

async function measureCase(measured: Core, one: CoreCase): Promise<CaseResult> {
  const { name } = one.operation;
  const ask = (input: unknown) => measured.invoke(name, input, { door: 'test' });
  const first = await ask(one.inputs[0]);
  if (!first.ok) return { name: one.name, operation: name, core: null, plain: null, skipped: first.error.type };
  const times = await compareWays(one.inputs, { core: ask, plain: (input) => one.plain(input as never) });
  return { name: one.name, operation: name, ...times, skipped: null };
}

/** The plain moves take other deals of the same copy, after the core has let go of it. */
async function measureMoves(measured: Core): Promise<CaseResult> {
  say('  move');
  const moves = findMoves(copy, Math.min(600, rounds * 2));
  const half = Math.floor(moves.length / 2);
  const own = await timeMoves(measured, moves.slice(0, half));
  await measured.invoke(contracts.workspace.close.name, {}, { door: 'test' });
  const byHand = timePlainMoves(copy, moves.slice(half));
  return {
    name: 'move (gate included)',
    operation: contracts.pipeline.move.name,
    core: own,
    plain: byHand,
    skipped: null,
  };
}

/** A part that fails must not take the others' figures with it. */
function tryWrites(): WriteLoadFigures | { skipped: string } {
  if (values['skip-writes'] || values.only !== undefined) return { skipped: 'not asked for' };
  try {
    return measureWriteLoad(sample.path, 400);
  } catch (error) {
    return { skipped: firstLine(error) };
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

async function tryStart(processId: string): Promise<StartFigures | { skipped: string }> {
  if (values['skip-start'] || values.only !== undefined) return { skipped: 'not asked for' };
  if (!existsSync(join(repositoryFolder, 'out', 'main', 'cli.js'))) return { skipped: 'the program is not built' };
  const started = workingCopy(sample.path, 'start');
  try {
    return await measureStart(started, processId, 7);
  } catch (error) {
    return { skipped: firstLine(error) };
  } finally {
    removeWorkspace(started);
  }
}

function countRows(count: (sql: string) => number): Record<string, number> {
  const tables = {
    deals: 'opportunity',
    'stage events': 'stageChange',
    activities: 'activity',
    accounts: 'account',
    contacts: 'contact',
  };
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, count(`SELECT count(*) FROM ${table}`)]),
  );
}

function machine(): Record<string, string | number> {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown processor',
    cores: `${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: `Node ${process.versions.node}`,
    system: `${process.platform} ${process.arch}`,
  };
}
