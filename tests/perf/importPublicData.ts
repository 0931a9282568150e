// Imports the two public data sets beside the checkout (../shared/data) through the built command line and prints counts
// and times. For measuring only, not part of the tests: the data is not ours to keep. Run: node tests/perf/importPublicData.ts
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { runProcess } from '#tests/support/runProcess.ts';

const data = join(repositoryFolder, '..', 'shared', 'data');
const sets = [
  {
    folder: 'crm_sales_opportunities',
    files: ['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv'],
    options: ['--currency', 'USD'],
    expected: { account: 85, product: 7, member: 35, opportunity: 7068 },
  },
  {
    folder: 'chip_opportunity_history',
    files: ['opportunity_history.csv.gz', 'product_lines.csv'],
    options: ['--currency', 'USD', '--ignore-stage', 'Stage 7'],
    expected: { stageHistory: 4210 },
  },
] as const;

interface Outcome {
  readonly batchId?: string;
  readonly counts: readonly { readonly entity: string; readonly create: number; readonly skip: number }[];
  readonly stageChanges: number;
}

async function measure(set: (typeof sets)[number]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kongdan-public-'));
  const kongdan = async (...args: readonly string[]): Promise<unknown> => {
    const command = [join(repositoryFolder, 'bin', 'kongdan.mjs'), ...args, '--user-data', folder, '--json'];
    const started = performance.now();
    const { out, err, code } = await runProcess(nodeBinary, command);
    if (code !== 0) throw new Error(`kongdan ${args.join(' ')}: ${out}${err}`);
    process.stdout.write(
      `  ${args[0]} ${args.at(-1)}: ${Math.round(performance.now() - started)} ms, start of the program included\n`,
    );
    return (JSON.parse(out) as { value: unknown }).value;
  };
  try {
    process.stdout.write(`${set.folder}\n`);
    await kongdan('call', 'workspace.create', JSON.stringify({ name: 'measure', kind: 'empty', locale: 'en' }));
    const files = set.files.map((name) => join(data, set.folder, name));
    const tried = (await kongdan('import', ...files, ...set.options, '--dry-run')) as Outcome;
    const done = (await kongdan('import', ...files, ...set.options)) as Outcome;
    const again = (await kongdan('import', ...files, ...set.options)) as Outcome;
    process.stdout.write(`${JSON.stringify(done, null, 1).replaceAll(/\n\s+/gu, ' ')}\n`);
    const undone = await kongdan('import', '--undo', done.batchId ?? '');
    process.stdout.write(`  undo: ${JSON.stringify(undone)}\n`);
    const checks: [string, boolean][] = [
      ['dry run and import agree', JSON.stringify(tried.counts) === JSON.stringify(done.counts)],
      ['the second import brings nothing', again.counts.every(({ create }) => create === 0)],
      ...Object.entries(set.expected).map(([entity, count]): [string, boolean] => [
        `${entity}: ${count}`,
        done.counts.find((known) => known.entity === entity)?.create === count,
      ]),
    ];
    for (const [name, fine] of checks) process.stdout.write(`  ${fine ? 'ok ' : 'NOT'} ${name}\n`);
    return checks.every(([, fine]) => fine);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (existsSync(data)) {
  for (const set of sets) if (!(await measure(set))) process.exitCode = 1;
} else {
  process.stdout.write(`Skipped: there is no ${join('..', 'shared', 'data')} beside the checkout.\n`);
}
