import type { Timing } from './measure.ts';
import type { SeedFigures } from './benchWorkspace.ts';
import type { StartFigures } from './browserStart.ts';
import type { WriteLoadFigures } from './writeLoad.ts';

/** One measured thing beside its plain counterpart; `skipped` says why there are no times. */
export interface CaseResult {
  readonly name: string;
  readonly operation: string;
  readonly core: Timing | null;
  readonly plain: Timing | null;
  readonly skipped: string | null;
}

/** Everything that a run found out; written as JSON. */
export interface BenchResult {
  readonly at: string;
  readonly size: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly seed: SeedFigures;
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly CaseResult[];
  readonly writes: WriteLoadFigures | { readonly skipped: string };
  readonly start: StartFigures | { readonly skipped: string };
}

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const ratio = (core: number, plain: number): string => `${(core / plain).toFixed(core / plain < 10 ? 2 : 0)}×`;

/** The result as lines that fit a terminal. */
export function reportLines(result: BenchResult): string[] {
  const { seed, counts, writes, start } = result;
  const lines = [
    `bench:core ${result.size}, ${Object.values(result.machine).join(', ')}`,
    `workspace: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}, ${seed.megabytes.toFixed(0)} MB`,
    `made by: ${seed.rows} rows in ${seed.seconds.toFixed(1)} s (${Math.round(seed.rows / seed.seconds)} rows/s; ${seed.thinkingSeconds.toFixed(1)} s of it thinking)`,
    '',
    ...caseLines(result.cases),
  ];
  lines.push(
    '',
    ...('skipped' in writes ? [`mixed writes: not measured (${writes.skipped})`] : table(writeRows(writes))),
  );
  lines.push('');
  if ('skipped' in start) lines.push(`start to usable board: not measured (${start.skipped})`);
  else {
    const { hostServes, boardUsable, total } = start;
    lines.push(
      `start to usable board in Chromium: ${ms(total.p50)} ms median, ${ms(total.max)} ms worst of ${total.rounds} (host serves after ${ms(hostServes.p50)}, board ${ms(boardUsable.p50)} later)`,
    );
  }
  return lines;
}

/** Cases beside their plain counterparts, as lines. */
export function caseLines(cases: readonly CaseResult[]): string[] {
  return table([
    ['core time in ms', 'p50', 'p95', 'p99', 'plain p50', 'p95', 'ratio p50', 'rounds'],
    ...cases.map((one) => caseRow(one)),
  ]);
}

function caseRow({ name, core, plain, skipped }: CaseResult): string[] {
  if (core === null) return [name, skipped ?? 'not measured'];
  const beside = plain === null ? ['', '', ''] : [ms(plain.p50), ms(plain.p95), ratio(core.p50, plain.p50)];
  return [name, ms(core.p50), ms(core.p95), ms(core.p99), ...beside, String(core.rounds)];
}

const between = (one: Timing, other: Timing): [p50: string, mean: string] => [
  ratio(one.p50, other.p50),
  ratio(one.mean, other.mean),
];

const writeRow = (name: string, captured: Timing, plain: Timing): string[] => [
  name,
  ...[captured.p50, captured.p95, captured.mean, plain.p50, plain.mean].map(ms),
  ratio(captured.p50, plain.p50),
  ratio(captured.mean, plain.mean),
];

function writeRows({ capturedFull, plainFull, capturedNormal, plainNormal }: WriteLoadFigures): string[][] {
  const [capturedP50, capturedMean] = between(capturedFull, capturedNormal);
  const [plainP50, plainMean] = between(plainFull, plainNormal);
  return [
    ['mixed writes in ms', 'captured p50', 'p95', 'mean', 'plain p50', 'mean', 'ratio p50', 'ratio mean'],
    writeRow('synchronous=FULL', capturedFull, plainFull),
    writeRow('synchronous=NORMAL', capturedNormal, plainNormal),
    ['FULL over NORMAL', capturedP50, '', capturedMean, plainP50, plainMean, '', ''],
  ];
}

/** Columns under each other; 汉字 take two places. */
function table(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.filter((row) => row.length > 2 || column === 0).map((row) => width(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, widths[column]! - width(cell)));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  '),
  );
}

const width = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (/[\u2E80-\u9FFF]/u.test(one) ? 2 : 1), 0);
