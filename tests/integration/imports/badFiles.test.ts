import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHead } from '#electron/features/imports/reading/byteSource.ts';
import { detectEncodings } from '#electron/features/imports/reading/detectEncoding.ts';
import { importLimits } from '#electron/features/imports/reading/importLimits.ts';
import { readTable } from '#electron/features/imports/reading/readTable.ts';
import { RowStore } from '#electron/features/imports/reading/rowStore.ts';
import { inspectFiles } from '#electron/features/imports/inspectFiles.ts';
import { type ImportBench, startImportBench } from '#tests/support/importBench.ts';
import { crmFixture } from '#tests/support/importFixtures.ts';

let bench: ImportBench;
beforeAll(() => {
  bench = startImportBench();
});
afterAll(() => bench.end());

const chinese =
  '商机编号,商机名称,客户名称,商机阶段,商机金额\n1,泵站改造,华东医院,验证,12万\n2,阀门,"东海\n水务",交流,￥3,500\n';
const inspectError = async (name: string, content: string | Uint8Array) => {
  const result = await bench.tryInspect(bench.file(name, content));
  return result.ok ? result.value : result.error;
};

describe('a file that cannot be imported says why', () => {
  test('when it is larger than the limit, before it is read', async () => {
    const path = join(bench.folder, 'large.csv');
    const file = await open(path, 'w');
    await file.truncate(300 * 1024 * 1024);
    await file.close();
    const error = { type: 'fileTooLarge', bytes: 300 * 1024 * 1024, limit: importLimits.bytes };
    expect(await readHead(path, importLimits.bytes)).toEqual({ ok: false, error });
  });
  test('when its archive unpacks to more than the limit, whether it says so or lies', async () => {
    const packed = gzipSync(`a,b\n${'1,2\n'.repeat(500_000)}`);
    const limits = { ...importLimits, bytes: 1_000_000 };
    const context = {
      workspace: bench.workspace,
      now: 0,
      timeZone: 'UTC',
      currency: 'CNY',
      actorId: '',
      newId: () => '',
      report: () => {},
    };
    const path = bench.file('bomb.csv.gz', packed);
    const files = [{ handle: path, path: join(bench.folder, `${path.slice(5)}-bomb.csv.gz`), name: 'bomb.csv.gz' }];
    expect(await inspectFiles(context, files, limits)).toMatchObject({
      ok: false,
      error: { type: 'fileTooLarge', limit: 1_000_000 },
    });
    packed.writeUInt32LE(10, packed.length - 4);
    const liar = bench.file('liar.csv.gz', packed);
    const lying = [{ handle: liar, path: join(bench.folder, `${liar.slice(5)}-liar.csv.gz`), name: 'liar.csv.gz' }];
    expect(await inspectFiles(context, lying, limits)).toMatchObject({ ok: false, error: { type: 'fileTooLarge' } });
  });
  test('when a quote is never closed, with the line where it opens', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index},name ${index},x`);
    rows[20] = '20,"never closed,x';
    expect(await inspectError('quote.csv', `id,name,stage\n${rows.join('\n')}\n`)).toEqual({
      type: 'brokenCsv',
      line: 22,
      detail: 'quoteNotClosed',
    });
  });
  test('when text follows a closing quote', async () => {
    expect(await inspectError('after.csv', 'id,name\n1,ok\n2,"a"b\n')).toEqual({
      type: 'brokenCsv',
      line: 3,
      detail: 'textAfterQuote',
    });
  });
  test('when one record would swallow the rest of a long file', async () => {
    const content = `id,name\n1,"${'x\n'.repeat(700_000)}`;
    expect(await inspectError('long.csv', content)).toEqual({ type: 'brokenCsv', line: 2, detail: 'recordTooLong' });
  });
  test('when it is empty, has no text, or is an archive cut short', async () => {
    expect(await inspectError('empty.csv', '')).toEqual({ type: 'emptyFile' });
    expect(await inspectError('blank.csv', '\n \n')).toEqual({ type: 'emptyFile' });
    expect(
      await inspectError('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0, 0, 0])),
    ).toEqual({ type: 'binaryFile' });
    const packed = gzipSync(crmFixture(2000).deals);
    expect(await inspectError('cut.csv.gz', packed.subarray(0, packed.length / 2))).toEqual({ type: 'brokenArchive' });
  });
  test('when the plan reads it in the wrong encoding, with the line and a better one', async () => {
    const gbk = Buffer.concat([
      Buffer.from('id,name,stage\n1,ok,New\n2,'),
      Buffer.from([0xbb, 0xaa, 0xb6, 0xab]),
      Buffer.from(',New\n'),
    ]);
    const { plan } = await bench.inspect(bench.file('gbk.csv', gbk));
    expect(plan.files[0]?.encoding).toBe('gb18030');
    const wrong = { ...plan, files: plan.files.map((file) => ({ ...file, encoding: 'utf-8' as const })) };
    expect(await bench.tryRun(wrong)).toEqual({
      ok: false,
      error: { type: 'wrongEncoding', line: 3, suggested: 'gb18030' },
    });
  });
  test('when it changed since it was looked at', async () => {
    const handle = bench.file('deals.csv', chinese);
    const { plan } = await bench.inspect(handle);
    const other = bench.file('deals.csv', `${chinese}3,新,新,验证,1\n`);
    const result = await bench.tryRun({ ...plan, files: [{ ...plan.files[0]!, file: other }] });
    expect(result).toEqual({ ok: false, error: { type: 'fileChanged' } });
  });
  test('when a needed column or a stage has no place in the plan', async () => {
    const { plan } = await bench.inspect(bench.file('deals.csv', chinese));
    const file = plan.files[0]!;
    const without = { ...plan, files: [{ ...file, columns: { ...file.columns, 商机阶段: { skip: true as const } } }] };
    expect(await bench.tryDryRun(without)).toEqual({
      ok: false,
      error: { type: 'missingColumn', file: 'deals.csv', field: 'stage' },
    });
    expect(await bench.tryDryRun({ ...plan, process: { none: true } })).toEqual({
      ok: false,
      error: { type: 'unmappedStage', texts: ['验证', '交流'] },
    });
    const gone = { processId: 'nowhere', stages: { toStageId: {} } };
    expect(await bench.tryDryRun({ ...plan, process: gone })).toEqual({ ok: false, error: { type: 'unknownProcess' } });
  });
  test('and nothing of it was written', () => {
    expect(
      bench.rows('SELECT id FROM opportunity UNION ALL SELECT id FROM process UNION ALL SELECT id FROM importBatch'),
    ).toEqual([]);
  });
});

describe('text is read in its encoding', () => {
  const encode: Record<string, Buffer> = {
    'utf-8': Buffer.from(chinese),
    'utf-8 with mark': Buffer.from(`\ufeff${chinese}`),
    'utf-16le': Buffer.from(`\ufeff${chinese}`, 'utf16le'),
    'utf-16be': Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16(),
    'utf-16le without mark': Buffer.from(`id,name,stage,amount,owner\n${'1,Pump,New,12,Ann\n'.repeat(20)}`, 'utf16le'),
  };
  test.each(Object.keys(encode))('%s', (name) => {
    expect(detectEncodings(encode[name]!)[0]).toBe(name.split(' ')[0]);
  });
  test('GB18030 and western accents are told apart', () => {
    const gbk = Buffer.from([0xbb, 0xaa, 0xb6, 0xab, 0xd2, 0xbd, 0xd4, 0xba, 0x2c, 0xd1, 0xe9, 0xd6, 0xa4, 0x0a]);
    const western = Buffer.from('Société Générale,Münch\u00e9n,Ingénieur\n', 'latin1');
    expect(detectEncodings(gbk)[0]).toBe('gb18030');
    expect(detectEncodings(western)[0]).toBe('windows-1252');
  });
  test.each([';', '\t', '|', ','] as const)('and cut at %j, line breaks inside quotes kept', async (delimiter) => {
    const text = `编号${delimiter}名称${delimiter}客户${delimiter}阶段\r\n1${delimiter}"甲\r\n乙"${delimiter}"丙""丁"${delimiter}New\r\n2${delimiter}b${delimiter}c, d${delimiter}New\r\n`;
    const quoted = delimiter === ',' ? text.replace('c, d', '"c, d"') : text;
    const inspected = await bench.inspect(bench.file('cut.csv', quoted));
    expect(inspected.files[0]?.plan.delimiter).toBe(delimiter);
    expect(inspected.files[0]?.rows).toBe(2);
    expect(inspected.files[0]?.headers[1]?.samples).toEqual(['甲 乙', 'b']);
    expect(inspected.files[0]?.headers[2]?.samples).toEqual(['丙"丁', 'c, d']);
  });
});

test('rows beyond the memory bound go to a file and come back the same, again and again', async () => {
  const { deals } = crmFixture(30_000);
  const handle = bench.file('many.csv', deals);
  const path = join(bench.folder, `${handle.slice(5)}-many.csv`);
  const limits = { ...importLimits, memoryBytes: 1_200_000 };
  const read = await readTable(path, { gzip: false, encoding: 'utf-8', delimiter: ',' }, limits, () => {});
  if (!read.ok) throw new Error(read.error.type);
  const lines = deals.trimEnd().split('\n');
  for (let pass = 0; pass < 2; pass++) {
    let line = 1;
    for (const row of read.value.rows.rows()) {
      line += 1;
      if (row.line !== line || row.cells.join(',') !== lines[line - 1])
        throw new Error(`Line ${line} is not what was written`);
    }
    expect(line).toBe(30_001);
  }
  read.value.rows.close();
  expect(new RowStore(1).length).toBe(0);
});
