import { describe, expect, it } from 'vitest';
import { typeColumn } from '#shared/domain/scoring/csv/typeColumn.ts';

const number = (decimal: 'dot' | 'comma') => ({ kind: 'number', decimal });
const date = (order: 'ymd' | 'dmy' | 'mdy') => ({ kind: 'date', order });
const category = { kind: 'category' };

describe('a column is read as what nearly all its cells are', () => {
  it.each([
    ['plain numbers and blanks', ['1', '', '2.5', '-3', 'NA'], number('dot')],
    ['thousands marks', ['1,234.50', '12', '3,000,000'], number('dot')],
    ['the comma as decimal mark', ['1.234,5', '12,25', '7'], number('comma')],
    ['currency and 万', ['¥1,200', '$30', '3万'], number('dot')],
    ['percent signs', ['30%', '12.5 %', '5％'], number('dot')],
    ['scientific notation', ['1e3', '2.5e-4'], number('dot')],
    ['ISO dates', ['2016-10-20', '2017-01-02', ''], date('ymd')],
    ['timestamps', ['2015-02-11 13:00:01', '2015-02-15T21:00:06Z'], date('ymd')],
    ['English month names', ['1-Aug-11', '27-Mar-12'], date('ymd')],
    ['day first, told by one value', ['03/04/2024', '25/04/2024'], date('dmy')],
    ['month first, told by one value', ['03/04/2024', '04/25/2024'], date('mdy')],
    ['Chinese dates', ['2024年3月5日', '2024年12月1日'], date('ymd')],
    ['dates without marks', ['20240305', '20241201'], date('ymd')],
    ['codes with leading zeros', ['00123', '04567', '99999'], category],
    ['marks of a scale with text among them', ['1', '2', '3+', '1', '2'], category],
    ['words', ['Yes', 'No', 'Unknown'], category],
    ['years alone are numbers', ['1998', '2003', '2011'], number('dot')],
    ['nothing at all', ['', 'NA', ' '], category],
    ['no cell', [], category],
  ])('%s', (_, cells, reading) => {
    expect(typeColumn(cells)).toEqual(reading);
  });

  it('takes a few slips in a column of amounts as unknown, not as a reason to call it text', () => {
    const amounts = Array.from({ length: 100 }, (_, index) => String(index * 17.5));
    expect(typeColumn([...amounts, 'tbd', 'see mail', '?'])).toEqual(number('dot'));
    expect(typeColumn([...amounts, ...Array.from({ length: 40 }, (_, index) => `note ${index}`)])).toEqual(category);
  });

  it('takes one word for "not told" in a third of the cells of a column of amounts as unknown', () => {
    const amounts = Array.from({ length: 60 }, (_, index) => String(index * 17.5));
    expect(typeColumn([...amounts, ...Array.from({ length: 30 }, () => 'Unknown')])).toEqual(number('dot'));
  });
});
