import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import { texts } from '#renderer/platform/language.ts';
import type { TextKey } from '#shared/i18n/catalogues.ts';
import type { TextValues } from '#shared/i18n/translator.ts';

interface RichTextProps {
  readonly text: TextKey;
  readonly values?: TextValues;
  /** What stands for `<name>…</name>` in the text: `{ figure: <OpenFigure …/> }`. */
  readonly parts: Readonly<Record<string, ReactElement>>;
}

/** A sentence with components inside, so that word order stays the translator's. */
export function RichText({ text, values = {}, parts }: RichTextProps) {
  return <Trans i18n={texts} i18nKey={text as never} values={values} components={parts} />;
}
