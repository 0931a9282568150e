import { type SampleSize, sampleSizeSchema, workspaceContract } from '#shared/contract/workspace.contract.ts';
import { type CliCommand, CliFailure } from '../command.ts';

/** `kongdan seed`: a sample workspace, the same for the same seed and size. */
export const seedCommand: CliCommand = {
  name: 'seed',
  summary: 'make a sample workspace',
  usage: `[--size demo|medium|large] [--seed N] [--name NAME] [--locale zh-CN|en]

Makes a workspace of 300 (demo), 10,000 (medium) or 100,000 (large) deals and prints its path. The same seed and size
give the same content.`,
  options: {
    size: { type: 'string' },
    seed: { type: 'string' },
    name: { type: 'string' },
    locale: { type: 'string' },
  },
  async run({ values }, context) {
    const size = readSize(values['size']);
    const seed = Number(values['seed'] ?? 1);
    if (!Number.isInteger(seed) || seed < 0) throw usage('--seed takes a whole number.');
    const locale = values['locale'] ?? 'zh-CN';
    if (locale !== 'zh-CN' && locale !== 'en') throw usage('--locale takes zh-CN or en.');
    const name = typeof values['name'] === 'string' ? values['name'] : `Kongdan ${size} ${seed}`;
    context.note(`Making "${name}" …`);
    const made = await context.call(workspaceContract.create, { name, kind: 'sample', size, seed, locale });
    context.print(context.json ? JSON.stringify({ ok: true, value: made }) : made.path);
    return 0;
  },
};

function readSize(given: unknown): SampleSize {
  const parsed = sampleSizeSchema.safeParse(given ?? 'demo');
  if (parsed.success) return parsed.data;
  throw usage(`--size takes ${sampleSizeSchema.options.join(', ')}.`);
}

const usage = (message: string): CliFailure => new CliFailure(message, 2, { type: 'usage' });
