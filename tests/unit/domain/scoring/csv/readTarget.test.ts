import { describe, expect, it } from 'vitest';
import { outcomesOf, readTarget } from '#shared/domain/scoring/csv/readTarget.ts';

const read = (cells: readonly string[], said: { positive?: string; negative?: string } = {}) =>
  readTarget('Status', cells, said);

describe('the wanted answer is known by its word', () => {
  it.each([
    ['Won', 'Lost'],
    ['1', '0'],
    ['Yes', 'No'],
    ['TRUE', 'FALSE'],
    ['赢', '输'],
    ['赢单', '输单'],
    ['是', '否'],
    ['Closed/Won', 'Closed/Lost'],
    ['Closed Won', 'Closed Lost'],
    ['converted', 'not converted'],
    ['Won', 'Other'],
    ['Signed', 'Cancelled'],
  ])('%s, not %s, whichever comes first', (positive, negative) => {
    for (const cells of [
      [positive, negative, ''],
      [negative, positive, ''],
    ]) {
      const found = read(cells);
      expect(found.ok && found.value.target).toEqual({ header: 'Status', positive, negative });
      expect(found.ok && [...found.value.outcomes]).toEqual(
        cells.map((cell) => (cell === '' ? -1 : cell === positive ? 1 : 0)),
      );
    }
  });

  it('takes spellings of one answer together', () => {
    const found = read(['won', ' WON ', 'Lost', 'lost\u00a0', 'NA']);
    expect(found.ok && [...found.value.outcomes]).toEqual([1, 1, 0, 0, -1]);
    const numbers = read(['1', '1.0', '0', '0.00']);
    expect(numbers.ok && [...numbers.value.outcomes]).toEqual([1, 1, 0, 0]);
  });
});

describe('what is not clear is asked instead of guessed', () => {
  it.each([
    ['nothing in the column', ['', 'NA'], {}, 'targetBlank'],
    ['one answer only', ['Won', 'Won', ''], {}, 'oneAnswer'],
    ['three answers', ['Won', 'Lost', 'Open'], {}, 'manyAnswers'],
    ['three answers, one of them said', ['Won', 'Lost', 'Open'], { positive: 'Won' }, 'manyAnswers'],
    ['two words that say nothing', ['red', 'blue'], {}, 'whichIsPositive'],
    ['two codes', ['1', '2'], {}, 'whichIsPositive'],
    ['lost and still open', ['Lost', 'Open'], {}, 'whichIsPositive'],
    ['two words of winning', ['Won', 'Yes'], {}, 'whichIsPositive'],
    ['an answer nobody gave', ['Won', 'Lost'], { positive: 'Gewonnen' }, 'noSuchAnswer'],
    ['the same answer twice', ['Won', 'Lost', 'Open'], { positive: 'Won', negative: 'won' }, 'oneAnswer'],
  ])('%s', (_, cells, said, problem) => {
    const found = read(cells, said);
    expect(found.ok ? null : found.error.type).toBe(problem);
  });

  it('follows what was said, in any spelling', () => {
    expect(read(['red', 'blue'], { positive: 'BLUE' })).toMatchObject({
      value: { target: { positive: 'blue', negative: 'red' } },
    });
    expect(read(['red', 'blue'], { negative: 'blue' })).toMatchObject({
      value: { target: { positive: 'red', negative: 'blue' } },
    });
    expect(read(['Won', 'Lost'], { positive: 'Lost' })).toMatchObject({
      value: { target: { positive: 'Lost', negative: 'Won' } },
    });
  });

  it('counts every third answer as not decided when both were said', () => {
    const found = read(['Won', 'Engaging', 'Lost', 'Prospecting'], { positive: 'Won', negative: 'Lost' });
    expect(found.ok && [...found.value.outcomes]).toEqual([1, -1, 0, -1]);
  });
});

it('reads the target of another file by the answers known from training', () => {
  const target = { header: 'Status', positive: 'Won', negative: 'Lost' };
  expect([...outcomesOf(['lost', 'Won', '', 'Paused'], target)]).toEqual([0, 1, -1, -1]);
});
