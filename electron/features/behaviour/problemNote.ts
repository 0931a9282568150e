import type { RowProblem } from '#shared/contract/import.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import type { Language } from '#shared/i18n/language.ts';
import { createTranslator, type Translate } from '#shared/i18n/translator.ts';

/* The folder may be looked into by whoever prepares the files, so its notes speak both languages. */
const languages: readonly Language[] = ['zh-CN', 'en'];
/** Rows that are named one by one. */
const NAMED_ROWS = 200;

/** Why a file was not taken in, in words. */
export function problemNote(failure: FailureLike): string {
  return inBoth((t) => {
    const { title, detail } = errorText(withFieldName(failure, t), t);
    return `${title}\n${detail}\n${t('behaviour.note.again')}`;
  });
}

/** Which rows of a file that was taken in were left out or are nobody's yet, in words. */
export function rowsNote(problems: readonly RowProblem[], total: number): string {
  const shown = problems.slice(0, NAMED_ROWS);
  return inBoth((t) => {
    const lines = shown.map(({ line, column, value, code }) =>
      t('behaviour.note.row', { line, value: `${column} ${value}`.trim(), problem: t(`imports.problem.${code}`) }),
    );
    return [t('behaviour.note.rows', { count: total }), ...lines].join('\n');
  });
}

function withFieldName(failure: FailureLike, t: Translate): FailureLike {
  if (!('field' in failure) || typeof failure.field !== 'string') return failure;
  const key = `imports.field.${failure.field}`;
  return { ...failure, field: isTextKey(key) ? t(key) : failure.field } as FailureLike;
}

const inBoth = (write: (t: Translate) => string): string =>
  `\uFEFF${languages.map((language) => write(createTranslator(language))).join('\n\n')}\n`.replaceAll('\n', '\r\n');
