import { readFile, writeFile } from 'node:fs/promises';
import { importContract, type ImportPlan, importPlanSchema } from '#shared/contract/import.contract.ts';
import { type CliArguments, type CliCommand, type CliContext, CliFailure } from '../command.ts';

/** `kongdan import`: files into the workspace with the proposed plan, or with one from a file. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'import CSV files into the workspace',
  usage: `FILE… [--plan PLAN.json] [--write-plan PLAN.json] [--dry-run]
       kongdan import --undo BATCH

Looks at the files, proposes a plan, imports by it, and prints the counts. --write-plan only writes the proposal, to be
edited; --plan imports by an edited one (the files in the same order); --dry-run writes nothing to the workspace.
--undo takes one import back as a whole.`,
  options: {
    plan: { type: 'string' },
    'write-plan': { type: 'string' },
    'dry-run': { type: 'boolean' },
    undo: { type: 'string' },
  },
  async run(args, context) {
    const batch = args.values['undo'];
    if (typeof batch === 'string') {
      context.print(JSON.stringify(await context.call(importContract.undo, { batchId: batch }), null, 2));
      return 0;
    }
    if (args.words.length === 0) throw new CliFailure('Name at least one file to import.', 2, { type: 'usage' });
    return importFiles(args, context);
  },
};

async function importFiles(args: CliArguments, context: CliContext): Promise<number> {
  const handles = await Promise.all(args.words.map((path) => context.handFile(path)));
  const proposed = await context.call(importContract.inspect, { files: handles });
  const target = args.values['write-plan'];
  if (typeof target === 'string') {
    await writeFile(target, `${JSON.stringify(proposed.plan, null, 2)}\n`);
    context.note(`The plan is in ${target}.`);
    return 0;
  }
  const edited = args.values['plan'];
  const plan = typeof edited === 'string' ? withHandles(await readPlan(edited), handles) : proposed.plan;
  const outcome =
    args.values['dry-run'] === true
      ? await context.call(importContract.dryRun, { plan })
      : await context.call(importContract.run, { plan });
  context.print(context.json ? JSON.stringify({ ok: true, value: outcome }) : JSON.stringify(outcome, null, 2));
  return 0;
}

async function readPlan(path: string): Promise<ImportPlan> {
  try {
    return importPlanSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`${path} is not an import plan: ${reason}`, 2, { type: 'usage' });
  }
}

/** Handles are new in every run; the plan's files are the given ones, in order. */
function withHandles(plan: ImportPlan, handles: readonly string[]): ImportPlan {
  if (plan.files.length !== handles.length) {
    const message = `The plan is for ${plan.files.length} files, and ${handles.length} were named.`;
    throw new CliFailure(message, 2, { type: 'usage' });
  }
  return { ...plan, files: plan.files.map((file, index) => ({ ...file, file: handles[index] ?? file.file })) };
}
