import { isMissing } from '../../imports/missingValue.ts';
import { detectDecimalMark, type DecimalMark } from '../../imports/parseAmount.ts';
import { detectDateOrder } from '../../imports/parseTime.ts';
import type { ColumnReading } from './csvTypes.ts';
import { dayOfText, isPlainNumber, numberOfText } from './readCell.ts';

/** Share of the known cells that must read one way; a handful of slips does not make a category of an amount. */
const ENOUGH = 0.95;
/** With text among them, so few different numbers are marks of a scale ("1", "2", "3+") and stay what they are. */
const FEW_NUMBERS = 20;

/** Finds how a column is to be read: as numbers, as dates, or as answers. */
export function typeColumn(cells: readonly string[]): ColumnReading {
  const distinct = countDistinct(cells);
  let known = 0;
  for (const count of distinct.values()) known += count;
  if (known === 0) return { kind: 'category' };
  const texts = [...distinct.keys()];
  return dateReading(texts, distinct, known) ?? numberReading(texts, distinct, known) ?? { kind: 'category' };
}

function countDistinct(cells: readonly string[]): Map<string, number> {
  const distinct = new Map<string, number>();
  for (const cell of cells) {
    const text = cell.trim();
    if (!isMissing(text)) distinct.set(text, (distinct.get(text) ?? 0) + 1);
  }
  return distinct;
}

function dateReading(
  texts: readonly string[],
  distinct: ReadonlyMap<string, number>,
  known: number,
): ColumnReading | null {
  const compact = texts.every((text) => /^(?:19|20)\d{6}$/u.test(text));
  if (!compact && texts.some(isPlainNumber) && share(texts, distinct, known, isPlainNumber) > 1 - ENOUGH) return null;
  const { order } = detectDateOrder(texts);
  return share(texts, distinct, known, (text) => !Number.isNaN(dayOfText(text, order))) >= ENOUGH
    ? { kind: 'date', order }
    : null;
}

function numberReading(
  texts: readonly string[],
  distinct: ReadonlyMap<string, number>,
  known: number,
): ColumnReading | null {
  // 00123 is a code: as a number it would lose its zeros and gain an order it does not have.
  if (texts.some((text) => /^0\d+$/u.test(text))) return null;
  const decimal: DecimalMark = detectDecimalMark(texts);
  const numbers = texts.filter((text) => !Number.isNaN(numberOfText(text, decimal)));
  const others = texts.length - numbers.length;
  if (others > 0 && numbers.length <= FEW_NUMBERS) return null;
  const read = numbers.reduce((sum, text) => sum + distinct.get(text)!, 0) / known;
  return read >= ENOUGH || (others <= 2 && read >= 0.5) ? { kind: 'number', decimal } : null;
}

function share(
  texts: readonly string[],
  distinct: ReadonlyMap<string, number>,
  known: number,
  holds: (text: string) => boolean,
): number {
  let sum = 0;
  for (const text of texts) if (holds(text)) sum += distinct.get(text)!;
  return sum / known;
}
