import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrng } from '#shared/lib/prng.ts';
import { nodeBinary, repositoryFolder } from '#tests/support/builtProgram.ts';
import { runProcess } from '#tests/support/runProcess.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kongdan-score-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kongdan = (...args: readonly string[]) =>
  runProcess(nodeBinary, [join(repositoryFolder, 'bin', 'kongdan.mjs'), 'score-csv', ...args, '--user-data', folder], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', KONGDAN_CHECK: '1' },
  });

/** Puts a file into the folder of this test and answers its path. */
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const HEADER = 'deal,visits,amount,source,Status';
/** Deals that are won more often the more visits there were; amount and source say nothing. */
function deals(count: number, seed: number): string[] {
  const random = createPrng(seed);
  return Array.from({ length: count }, (_, index) => {
    const visits = random.int(0, 10);
    const amount = random.chance(0.1) ? '' : `"${random.int(1, 9)},${random.int(100, 999)}"`;
    return `D${seed}-${index},${visits},${amount},${random.pick(['fair', 'mail', 'call'])},${random.chance(0.05 + visits * 0.09) ? 'Won' : 'Lost'}`;
  });
}
const csv = (...lines: readonly string[]): string => `${[HEADER, ...lines].join('\n')}\n`;
const standard = (): [train: string, score: string] => [
  file('train.csv', csv(...deals(400, 1))),
  file('score.csv', csv(...deals(200, 2))),
];

interface Answer {
  readonly value: {
    readonly target: { readonly positive: string };
    readonly report: { readonly verdict: string; readonly rows: number; readonly base: { readonly rate: number } };
    readonly absent: readonly string[];
    readonly metrics: { readonly auc: number; readonly logLoss: number; readonly rows: number } | null;
    readonly scores: readonly { readonly id: string; readonly probability: number }[] | null;
  };
}
const answerOf = (out: string): Answer['value'] => (JSON.parse(out) as Answer).value;

describe('one file is learned from, another is scored', () => {
  it('writes id and probability of every row, and tells how good they are', async () => {
    const [train, score] = standard();
    const output = join(folder, 'out.csv');
    const { code, out, err } = await kongdan(train, score, '--target', 'Status', '--id', 'deal', '--output', output);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const [head, ...lines] = readFileSync(output, 'utf8').trimEnd().split('\n');
    expect(head).toBe('deal,probability');
    expect(lines).toHaveLength(200);
    expect(lines[0]).toMatch(/^D2-0,0\.\d{6}$/u);
    expect(err).toContain('Verdict: usable');
    expect(err).toContain('on the scored file');
  });

  it('answers JSON, the same for the same seed, better than the base rate', async () => {
    const [train, score] = standard();
    const first = await kongdan(train, score, '--target', 'Status', '--id', 'deal', '--json');
    const second = await kongdan(train, score, '--target', 'Status', '--id', 'deal', '--json');
    expect(first.out).toBe(second.out);
    const { metrics, report, scores, target } = answerOf(first.out);
    expect(target.positive).toBe('Won');
    expect(report).toMatchObject({ verdict: 'usable', rows: 400 });
    expect(metrics!.auc).toBeGreaterThan(0.7);
    expect(metrics!.logLoss).toBeLessThan(0.62);
    expect(scores!.every(({ probability }) => probability >= 0.01 && probability <= 0.99)).toBe(true);
  });

  it('keeps a model and scores with it later, to the same figures', async () => {
    const [train, score] = standard();
    const model = join(folder, 'model.json');
    const learned = await kongdan(train, '--target', 'Status', '--id', 'deal', '--model', model);
    expect(learned.code).toBe(0);
    const direct = await kongdan(train, score, '--target', 'Status', '--id', 'deal', '--json');
    const later = await kongdan(score, '--use', model, '--id', 'deal', '--json');
    expect(answerOf(later.out).scores).toEqual(answerOf(direct.out).scores);
  });

  it('reads what exports are made of: gzip, GB18030, semicolons, byte-order mark, quoted line breaks', async () => {
    const rows = deals(200, 3).map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
    const odd = [
      ['商机', '拜访', '金额', '来源', '结果'],
      ...rows.map((row) => [...row.slice(0, 3), `"展会\n${row[3]}"`, row[4] === 'Won' ? '赢' : '输']),
    ];
    const text = `\uFEFF${odd.map((row) => row.join(';')).join('\r\n')}`;
    const train = file('odd.csv.gz', gzipSync(text));
    const score = file('plain.csv', '商机,拜访\n甲,9\n乙,0\n');
    const { code, out } = await kongdan(train, score, '--target', '结果', '--id', '商机', '--json');
    expect(code).toBe(0);
    const { scores, absent, metrics } = answerOf(out);
    expect(scores!.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect(scores![0]!.probability).toBeGreaterThan(scores![1]!.probability);
    expect(absent).toEqual(['金额', '来源']);
    expect(metrics).toBeNull();
    // 拜访,结果 / 3,赢 … in GB18030, as Windows in China writes it.
    const chinese = Buffer.concat([
      Buffer.from([0xb0, 0xdd, 0xb7, 0xc3, 0x2c, 0xbd, 0xe1, 0xb9, 0xfb, 0x0a]),
      ...Array.from({ length: 60 }, (_, row) =>
        Buffer.from([0x30 + (row % 10), 0x2c, ...(row % 10 > 4 ? [0xd3, 0xae] : [0xca, 0xe4]), 0x0a]),
      ),
    ]);
    const gb = await kongdan(file('gb.csv', chinese), score, '--target', '结果', '--json');
    expect(answerOf(gb.out).target.positive).toBe('赢');
  });

  it('gives the base rate and says so when there is too little to learn from', async () => {
    const train = file('few.csv', csv(...deals(400, 1).slice(0, 9)));
    const [, score] = standard();
    const { code, out } = await kongdan(train, score, '--target', 'Status', '--id', 'deal', '--json');
    expect(code).toBe(0);
    const { report, scores } = answerOf(out);
    expect(report.verdict).toBe('abstains');
    expect(new Set(scores!.map(({ probability }) => probability)).size).toBe(1);
  });

  it('numbers the rows when no id is named', async () => {
    const [train, score] = standard();
    const { out } = await kongdan(train, score, '--target', 'Status', '--exclude', 'deal');
    expect(out.split('\n').slice(0, 2)).toEqual(['row,probability', expect.stringMatching(/^1,0\.\d{6}$/u)]);
  });
});

const refused = async (message: string, ...args: readonly string[]): Promise<void> => {
  const { code, out, err } = await kongdan(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
};

describe('what cannot be done ends with 2 and a sentence that says what to do', () => {
  it('a command line that does not say what is wanted', async () => {
    const [train, score] = standard();
    await refused('Use: kongdan score-csv', train, score);
    await refused('Name the file to score as well', train, '--target', 'Status');
    await refused('--use scores one file', train, score, '--use', 'model.json');
    await refused('--seed takes a whole number', train, score, '--target', 'Status', '--seed', 'x');
    await refused('would be overwritten', train, score, '--target', 'Status', '--output', score);
    await refused('is not a model', score, '--use', train);
    await refused('cannot be read', score, '--use', join(folder, 'nowhere.json'));
  });

  it('columns that are not there', async () => {
    const [train, score] = standard();
    await refused('has no column "Outcome". It has: "deal"', train, score, '--target', 'Outcome');
    await refused('has no column "Value"', train, score, '--target', 'Status', '--exclude', 'Value');
    await refused('has no column "key"', train, score, '--target', 'Status', '--id', 'key');
    await refused('none of the columns', train, file('else.csv', 'a,b\n1,2\n'), '--target', 'Status');
  });

  it('a target without exactly two outcomes', async () => {
    const [, score] = standard();
    const target = ['--target', 'Status'];
    await refused('only ever says "Won"', file('one.csv', csv('a,1,2,x,Won', 'b,2,3,y,Won')), score, ...target);
    await refused(
      '--positive VALUE --negative VALUE',
      file('three.csv', csv('a,1,2,x,Won', 'b,2,3,y,Lost', 'c,1,1,z,Hold')),
      score,
      ...target,
    );
    await refused('--positive VALUE', file('colours.csv', csv('a,1,2,x,red', 'b,2,3,y,blue')), score, ...target);
    await refused('blank in every row', file('blank.csv', csv('a,1,2,x,', 'b,2,3,y,NA')), score, ...target);
  });

  it('files that are no table, and rows that do not fit', async () => {
    const [train, score] = standard();
    const target = ['--target', 'Status'];
    await refused('unknownFile', join(folder, 'nowhere.csv'), score, ...target);
    await refused('cannot be read', folder, score, ...target);
    await refused('emptyFile', file('empty.csv', ''), score, ...target);
    await refused('has a header and no rows', file('header.csv', csv()), score, ...target);
    await refused('brokenCsv', file('quote.csv', `${csv('a,1,2,x,Won')}"b,2,3,y,Lost\n`), score, ...target);
    await refused(
      'binaryFile',
      file('binary.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 0])),
      score,
      ...target,
    );
    await refused(
      'brokenArchive',
      file('cut.csv.gz', gzipSync(csv(...deals(400, 1))).subarray(0, 400)),
      score,
      ...target,
    );
    await refused('line 2: 3 cells, and the header has 5', train, file('ragged.csv', csv('a,1,2')), ...target);
  });
});
