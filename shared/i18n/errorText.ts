import { isTextKey } from './catalogues.ts';
import type { Translate } from './translator.ts';

/** An expected failure as the contracts define it: a `type` and plain details. */
export interface FailureLike {
  readonly type: string;
}

/** An error in words. */
export interface ErrorText {
  /** What failed. */
  readonly title: string;
  /** What is safe and what to do. */
  readonly detail: string;
  /** What the person can quote, null when the error carries none. */
  readonly reference: string | null;
}

function valueText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value
      .map((item: unknown) =>
        typeof item === 'object' && item !== null && 'path' in item && 'message' in item
          ? `${String(item.path)} ${String(item.message)}`.trim()
          : valueText(item),
      )
      .filter((part) => part !== '')
      .join(', ');
  }
  return '';
}

/** Puts an error of any operation into words. An unknown type gets the general sentence with the type as its code. */
export function errorText(error: FailureLike, t: Translate): ErrorText {
  const values = Object.fromEntries(Object.entries(error).map(([name, value]) => [name, valueText(value)]));
  const known = isTextKey(`errors.${error.type}.title`);
  const type = known ? error.type : 'unknown';
  const title = `errors.${type}.title`;
  const detail = `errors.${type}.detail`;
  return {
    title: isTextKey(title) ? t(title, values) : error.type,
    detail: isTextKey(detail) ? t(detail, values) : '',
    reference: 'reference' in error ? t('errors.unknown.reference', { reference: valueText(error.reference) }) : null,
  };
}
