import { expect, test } from 'vitest';
import { classNames } from '#renderer/ui/classNames.ts';
import { parseNumber } from '#renderer/ui/parseNumber.ts';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { stanceShapes } from '#renderer/ui/stanceShapes.ts';
import { stanceSchema } from '#shared/contract/powerMap.contract.ts';
import { stageClassSchema } from '#shared/contract/primitives.ts';

test('every stance has a shape and a colour of its own, and only the unknown one is dashed', () => {
  const shapes = stanceSchema.options.map((stance) => stanceShapes[stance]);
  expect(new Set(shapes.map(({ colour }) => colour)).size).toBe(stanceSchema.options.length);
  expect(new Set(shapes.map(({ path }) => path)).size).toBe(stanceSchema.options.length);
  expect(stanceSchema.options.filter((stance) => stanceShapes[stance].dashed)).toEqual(['unknown']);
});

test('every stage class has a colour from the tokens', () => {
  for (const stageClass of stageClassSchema.options)
    expect(stageColour(stageClass)).toMatch(/^var\(--stage-[a-z]+\)$/u);
});

test.each([
  ['40', 40],
  ['１２,345', 12345],
  ['40%', 40],
  ['−3.5', -3.5],
  ['.5', 0.5],
])('%s is the number %d', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test.each(['', 'abc', '1.2.3', '--1', '1e5'])('“%s” is no number', (text) => {
  expect(parseNumber(text)).toBeNull();
});

test('class names that are missing leave no trace', () => {
  expect(classNames('a', false, undefined, null, 'b')).toBe('a b');
});
