import { existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeSets } from './scoring/judgeSets.ts';
import { setLines } from './scoring/setLines.ts';
import { type TimingLine, timingSections } from './scoring/timingSections.ts';

/*
 * `npm run bench:scoring -- --data DIR [--holdout DIR] [--sets a,b] [--repeats N] [--seed N] [--json FILE]`: how good and how
 * fast the predicted win probability is on public data that is not part of the repository. Measures; never fails for a figure.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    holdout: { type: 'string' },
    sets: { type: 'string', default: '' },
    repeats: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    'no-times': { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const fail = (text: string): never => {
  say(text);
  process.exit(2);
};
const folder = (name: 'data' | 'holdout', path: string): string =>
  existsSync(path) ? resolve(path) : fail(`--${name}: there is no folder ${path}.`);

const [repeats, seed] = [Number(values.repeats), Number(values.seed)];
if (!Number.isInteger(repeats) || repeats < 1) fail('--repeats takes a whole number from 1.');
if (!Number.isInteger(seed) || seed < 0) fail('--seed takes a whole number from 0.');
const data =
  values.data ??
  fail('Say where the data sets are: npm run bench:scoring -- --data DIR (one folder per set, with its README).');
const only = values.sets.split(',').filter((name) => name !== '');
const sets = judgeSets(
  {
    data: folder('data', data),
    holdout: values.holdout === undefined ? null : folder('holdout', values.holdout),
    only,
    repeats,
    seed,
  },
  say,
);
const times = [];
if (!values['no-times'])
  for (const section of timingSections) times.push({ name: section.name, lines: await section.measure(say) });

const [cpu] = cpus();
const machine = `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const result = { at: new Date().toISOString(), machine, repeats, seed, sets, times };
const cpuTime = ({ cpuMs }: TimingLine): string =>
  cpuMs === undefined ? '' : ` (${cpuMs.toFixed(0)} of processor time)`;
const timeLines = times.flatMap(({ name, lines }) =>
  lines.map(
    (line) => `${`${name}: ${line.name}`.padEnd(34)}${line.ms.toFixed(0).padStart(8)} ms${cpuTime(line)}  ${line.note}`,
  ),
);
process.stdout.write(`bench:scoring, ${machine}\n${[...setLines(sets), '', ...timeLines].join('\n')}\n`);
if (values.json === undefined) process.stdout.write(`\n${JSON.stringify(result)}\n`);
else {
  writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`\n${values.json}\n`);
}
