import { readFile, writeFile } from 'node:fs/promises';
import { importContract, type ImportPlan, importPlanSchema } from '#shared/contract/import.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { type CliArguments, type CliCommand, type CliContext, CliFailure } from '../command.ts';

/** `kongdan import`: files into the workspace with the proposed plan, or with one from a file. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'import CSV files into the workspace',
  usage: `FILE… [--plan PLAN.json] [--write-plan PLAN.json] [--dry-run]
                      [--source NAME] [--currency CODE] [--ignore-stage TEXT]…
       kongdan import --list
       kongdan import --undo BATCH [--keep-edited]

Looks at the files, proposes a plan, imports by it, and prints the counts. Files that belong together (accounts, products,
people, deals, history) are named in one command. --write-plan only writes the proposal, to be edited; --plan imports by
an edited one (the files in the same order); --dry-run writes nothing to the workspace. --source, --currency and
--ignore-stage change the proposal. --undo takes one import back as a whole; --keep-edited keeps what was edited since.`,
  options: {
    plan: { type: 'string' },
    'write-plan': { type: 'string' },
    'dry-run': { type: 'boolean' },
    source: { type: 'string' },
    currency: { type: 'string' },
    'ignore-stage': { type: 'string', multiple: true },
    list: { type: 'boolean' },
    undo: { type: 'string' },
    'keep-edited': { type: 'boolean' },
  },
  async run(args, context) {
    const batch = args.values['undo'];
    if (typeof batch === 'string') return undo(batch, args.values['keep-edited'] === true, context);
    if (args.values['list'] === true) return list(context);
    if (args.words.length === 0) throw new CliFailure('Name at least one file to import.', 2, { type: 'usage' });
    return importFiles(args, context);
  },
};

async function undo(batchId: string, keepEdited: boolean, context: CliContext): Promise<number> {
  const undone = await context.call(importContract.undo, { batchId, keepEdited });
  print(context, undone, [`${undone.undoneRows} rows taken back, ${undone.kept} kept.`]);
  return 0;
}

async function list(context: CliContext): Promise<number> {
  const batches = await context.call(importContract.batches, {});
  const lines = batches.map(({ id, source, startedAt, undoneAt, counts }) => {
    const made = counts.map(({ entity, create }) => `${create} ${entity}`).join(', ');
    return `${id}  ${new Date(startedAt).toISOString()}  ${source}: ${made}${undoneAt === null ? '' : ' (undone)'}`;
  });
  print(context, batches, lines);
  return 0;
}

async function importFiles(args: CliArguments, context: CliContext): Promise<number> {
  const handles = await Promise.all(args.words.map((path) => context.handFile(path)));
  const edited = args.values['plan'];
  const plan =
    typeof edited === 'string'
      ? withHandles(await readPlan(edited), handles)
      : (await context.call(importContract.inspect, { files: handles })).plan;
  const wanted = withOptions(plan, args);
  const target = args.values['write-plan'];
  if (typeof target === 'string') {
    await writeFile(target, `${JSON.stringify(wanted, null, 2)}\n`);
    context.note(`The plan is in ${target}.`);
    return 0;
  }
  if (args.values['dry-run'] === true) {
    const outcome = await context.call(importContract.dryRun, { plan: wanted });
    print(context, outcome, [...countLines(outcome), ...aliasLines(outcome), ...problemLines(outcome)]);
  } else {
    const outcome = await context.call(importContract.run, { plan: wanted });
    print(context, outcome, [...countLines(outcome), `Batch ${outcome.batchId}; take it back with --undo.`]);
  }
  return 0;
}

/** The proposal with what the command line says about it. */
function withOptions(plan: ImportPlan, { values }: CliArguments): ImportPlan {
  const { source, currency } = values;
  const ignored = [values['ignore-stage'] ?? []].flat().map(String);
  const wanted = {
    ...plan,
    ...(typeof source === 'string' && { source }),
    ...(typeof currency === 'string' && { currency }),
  };
  if (ignored.length === 0) return checked(wanted);
  const { process } = plan;
  if ('newProcess' in process) {
    const stages = process.newProcess.stages.map((stage) =>
      ignored.includes(stage.text) ? { ...stage, stageClass: 'ignore' as const } : stage,
    );
    return checked({ ...wanted, process: { newProcess: { ...process.newProcess, stages } } });
  }
  if ('none' in process) return checked(wanted);
  const toStageId = { ...process.stages.toStageId, ...Object.fromEntries(ignored.map((text) => [text, 'ignore'])) };
  return checked({ ...wanted, process: { ...process, stages: { toStageId } } });
}

function checked(plan: ImportPlan): ImportPlan {
  const parsed = importPlanSchema.safeParse(plan);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CliFailure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, 2, { type: 'usage' });
}

type Counted = Pick<OutputOf<typeof importContract.run>, 'counts' | 'stageChanges' | 'notes' | 'problemsTotal'>;

function countLines({ counts, stageChanges, notes, problemsTotal }: Counted): string[] {
  const names = ['create', 'update', 'skip', 'conflict', 'errors', 'implied'] as const;
  return [
    ['', ...names].map((name, column) => (column === 0 ? name.padEnd(16) : name.padStart(9))).join(''),
    ...counts.map((row) => row.entity.padEnd(16) + names.map((name) => String(row[name]).padStart(9)).join('')),
    `stage history: ${stageChanges}; problems: ${problemsTotal}`,
    ...notes.map(({ code, count }) => `${code}: ${count}`),
  ];
}

const aliasLines = ({ aliases }: OutputOf<typeof importContract.dryRun>): string[] =>
  aliases.map(
    ({ entity, spelling, meansText, rows, accepted }) =>
      `${accepted ? 'taken as' : 'perhaps'}: ${entity} "${spelling}" = "${meansText}" (${rows} rows)`,
  );

const problemLines = ({ problems }: OutputOf<typeof importContract.dryRun>): string[] =>
  problems
    .slice(0, 20)
    .map(({ file, line, column, value, code }) => `${file}:${line} ${column} ${code} ${JSON.stringify(value)}`);

function print(context: CliContext, value: unknown, lines: readonly string[]): void {
  if (context.json) context.print(JSON.stringify({ ok: true, value }));
  else for (const line of lines) context.print(line);
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
