import { expect, test } from 'vitest';
import { z } from 'zod';
import { allOperations } from '#shared/contract/allOperations.ts';
import { commonErrorSchema } from '#shared/contract/operation.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import { errorText } from '#shared/i18n/errorText.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const t = createTranslator('en');

/** The `type`s that a schema of errors can carry. */
function typesOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => typesOf(option as z.ZodType));
  }
  if (schema instanceof z.ZodObject) {
    const type: unknown = schema.shape['type'];
    return type instanceof z.ZodLiteral ? [...type.values].map(String) : [];
  }
  return [];
}

const types = new Set([
  ...typesOf(commonErrorSchema),
  ...[...allOperations.values()].flatMap(({ errors }) => typesOf(errors)),
]);

test('every error that an operation can answer has its sentences', () => {
  expect(types.size).toBeGreaterThan(30);
  const silent = [...types].filter((type) => !isTextKey(`errors.${type}.title`) || !isTextKey(`errors.${type}.detail`));
  expect(silent).toEqual([]);
});

test('an error is said with its own details', () => {
  expect(errorText({ type: 'locked', path: '/a', by: 'Ada' } as never, t)).toEqual({
    title: 'This workspace is in use',
    detail: 'In use by Ada. Nothing was changed. Close it there first, then open it.',
    reference: null,
  });
});

test('a defect carries the reference that the person can quote', () => {
  expect(errorText({ type: 'internal', reference: 'K-7F3A' } as never, t).reference).toBe('Reference K-7F3A');
});

test('an unknown error still says that nothing was changed and names its code', () => {
  const { title, detail } = errorText({ type: 'fromTheFuture' }, t);
  expect(title).toBe('That did not work');
  expect(detail).toContain('Nothing was changed');
  expect(detail).toContain('fromTheFuture');
});

test('offending fields of an input are listed', () => {
  const failure = {
    type: 'invalidInput',
    issues: [
      { path: 'name', message: 'too short' },
      { path: 'day', message: 'no day' },
    ],
  };
  expect(errorText(failure, t).detail).toContain('name too short, day no day');
});

test('no sentence is left with an unfilled place for a value that its error carries', () => {
  const examples = [
    { type: 'locked', path: '/a', by: 'Ada' },
    { type: 'newer', path: '/a', fileVersion: 9, programVersion: 3 },
    { type: 'missingColumn', file: 'a.csv', field: 'name' },
    { type: 'unmappedStage', texts: ['Won', 'Lost'] },
    { type: 'migrationFailed', path: '/a', detail: 'x' },
  ];
  for (const example of examples) expect(JSON.stringify(errorText(example, t))).not.toContain('{{');
});
