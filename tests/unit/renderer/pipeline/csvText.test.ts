import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvText } from '#renderer/adapters/grid/csvText.ts';

describe('a table as CSV', () => {
  test('reads back as it was, also with quotes, commas and line breaks', () => {
    const rows = [
      ['名称', '金额'],
      ['他说“好”, "ok"', 18.5],
      ['两\r\n行', null],
    ] as const;
    expect(parse(csvText(rows), { bom: true })).toEqual([
      ['名称', '金额'],
      ['他说“好”, "ok"', '18.5'],
      ['两\r\n行', ''],
    ]);
  });

  test('lets no text begin as a formula, and leaves numbers alone', () => {
    const cells = ['=1+1', '+86 10', '-1', '@SUM(A1)', '\t=1', '\r=1'];
    const [row = []] = parse(csvText([cells]), { bom: true });
    expect(row).toEqual(cells.map((cell) => `'${cell}`));
    expect(csvText([[-5]])).toBe('\uFEFF-5\r\n');
  });
});
