import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleSizeSchema } from '#shared/contract/workspace.contract.ts';
import { repositoryFolder } from '#tests/support/builtProgram.ts';
import { cachedSample, removeWorkspace, workingCopy } from './benchWorkspace.ts';
import { engineCases } from './engineCases.ts';
import { type CaseResult, caseLines } from './report.ts';

/*
 * `npm run bench:engine`: what rules, reminders and gates take on 100,000 deals, each case beside plain prepared statements
 * on the same file in the same run. Measures; never fails for being slow. A new case is one entry of `engineCases`.
 */

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'large' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const size = sampleSizeSchema.parse(values.size);
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 5) throw new TypeError('--rounds takes a whole number from 5.');

const sample = cachedSample(join(repositoryFolder, 'node_modules', '.cache', 'kongdan-bench'), size, say);
const results: CaseResult[] = [];
for (const one of engineCases) {
  if (values.only !== undefined && !one.name.includes(values.only)) continue;
  say(`  ${one.name}`);
  // Every case has the file to itself: what one writes does not slow the next.
  const copy = workingCopy(sample.path, 'engine');
  try {
    results.push({ name: one.name, operation: one.operation, skipped: null, ...(await one.measure(copy, rounds)) });
  } catch (error) {
    const skipped = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    results.push({ name: one.name, operation: one.operation, core: null, plain: null, skipped });
  } finally {
    removeWorkspace(copy);
  }
}
const [cpu] = cpus();
const machine = `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const out = join(repositoryFolder, 'bench-results');
mkdirSync(out, { recursive: true });
const file = join(out, `engine-${size}.json`);
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), size, machine, cases: results }, null, 2)}\n`);
process.stdout.write(`bench:engine ${size}, ${machine}\n\n${caseLines(results).join('\n')}\n\n${file}\n`);
