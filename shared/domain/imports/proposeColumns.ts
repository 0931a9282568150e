import type { AmountUnit, ColumnUse, ImportEntity, ImportFieldKind } from '../../contract/import.contract.ts';
import { foldHeader } from './foldText.ts';
import { foldedAliases } from './headerAliases.ts';
import { importFields } from './importFields.ts';
import { detectDecimalMark, parseNumber } from './parseAmount.ts';
import { detectPercentScale, parsePercent } from './parsePercent.ts';
import { detectDateOrder, parseTime } from './parseTime.ts';

/** What is known of a column before anybody said what it means. */
export interface ColumnLook {
  readonly header: string;
  /** Different values that say something, in the order of the file; a few hundred at most. */
  readonly values: readonly string[];
  /** Rows in which it says something. */
  readonly filled: number;
  /** Different values, null when there are too many to count. */
  readonly distinct: number | null;
}

/** What a column is proposed to be used for, and how sure that is (0..1). */
export interface ColumnProposal {
  readonly header: string;
  readonly use: ColumnUse;
  readonly confidence: number;
}

/**
 * Proposes a use for every column: the field whose known headers name it best, held against the values (a date column
 * with names in it is no date column). Each field is used once; what fits nothing is kept under its own header.
 */
export function proposeColumns(entity: ImportEntity, columns: readonly ColumnLook[]): ColumnProposal[] {
  const aliases = foldedAliases(entity);
  const claims = importFields[entity].flatMap(({ field, kind }) =>
    columns.map((column, index) => ({ field, kind, index, column, score: claimScore(column, field, kind, aliases) })),
  );
  claims.sort((a, b) => b.score - a.score || a.index - b.index);
  const taken = new Map<number, { field: string; kind: ImportFieldKind; score: number }>();
  const fields = new Set<string>();
  for (const claim of claims) {
    if (claim.score < 0.2 || taken.has(claim.index) || fields.has(claim.field)) continue;
    taken.set(claim.index, claim);
    fields.add(claim.field);
  }
  return columns.map((column, index) => {
    const claim = taken.get(index);
    if (!claim) return { header: column.header, use: { keepAs: column.header }, confidence: 0 };
    return { header: column.header, use: useOf(claim.field, claim.kind, column), confidence: claim.score };
  });
}

function claimScore(
  column: ColumnLook,
  field: string,
  kind: ImportFieldKind,
  aliases: ReadonlyMap<string, readonly string[]>,
): number {
  const list = aliases.get(field) ?? [];
  const rank = list.indexOf(foldHeader(column.header));
  // 纷享 writes each lookup twice, as an id and as `__r`, its label; the label is what people know.
  const label = column.header.endsWith('__r') ? 0.02 : 0;
  if (rank < 0) return 0;
  const byName = 1 - (rank / Math.max(list.length, 8)) * 0.4 + label;
  return Math.min(1, byName) * fitOf(column, kind);
}

/** Share of a column's values that read as the kind; columns without values fit everything a little less. */
function fitOf(column: ColumnLook, kind: ImportFieldKind): number {
  const values = column.values.slice(0, 100);
  if (values.length === 0) return 0.8;
  const reads = readerOf(kind, values);
  if (reads === null) return 1;
  const share = values.filter(reads).length / values.length;
  return share < 0.5 ? 0 : 0.5 + share / 2;
}

function readerOf(kind: ImportFieldKind, values: readonly string[]): ((text: string) => boolean) | null {
  switch (kind) {
    case 'amount':
    case 'number':
    case 'integer': {
      const decimal = detectDecimalMark(values);
      return (text) => parseNumber(text, decimal) !== null;
    }
    case 'percent': {
      const scale = detectPercentScale(values);
      return (text) => parsePercent(text, scale) !== null;
    }
    case 'day':
    case 'instant': {
      const { order } = detectDateOrder(values);
      return (text) => parseTime(text, order) !== null;
    }
    case 'currency':
      return (text) => currencyCode(text) !== null;
    case 'stage':
    case 'status':
      return (text) => text.length <= 80;
    default:
      return null;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  元: 'CNY',
  美元: 'USD',
  $: 'USD',
  US$: 'USD',
  欧元: 'EUR',
  '€': 'EUR',
  港币: 'HKD',
  日元: 'JPY',
  英镑: 'GBP',
  '£': 'GBP',
};

/** Reads a currency code, sign or Chinese name; null for anything else. */
export function currencyCode(text: string): string | null {
  const tidy = text.trim().toUpperCase();
  if (SIGNS[tidy]) return SIGNS[tidy];
  const code = /^[A-Z]{3}$/u.exec(tidy) ?? /^([A-Z]{3}) - /u.exec(tidy);
  return code ? code[0].slice(0, 3) : null;
}

function useOf(field: string, kind: ImportFieldKind, column: ColumnLook): ColumnUse {
  if (kind === 'day' || kind === 'instant') {
    const { order } = detectDateOrder(column.values);
    return order === 'ymd' ? { field } : { field, dateOrder: order };
  }
  if (kind === 'percent') {
    const scale = detectPercentScale(column.values);
    return scale === 'one' ? { field, percent: 'one' } : { field };
  }
  if (kind !== 'amount' && kind !== 'number' && kind !== 'integer') return { field };
  const decimal = detectDecimalMark(column.values);
  const unit = kind === 'amount' ? unitInHeader(column.header) : null;
  return { field, ...(unit && { unit }), ...(decimal === 'comma' && { decimal }) };
}

/** A header that says what its numbers count: 金额(万元), Revenue (USD millions). */
export function unitInHeader(header: string): AmountUnit | null {
  if (/亿/u.test(header)) return 'hundredMillion';
  if (/百万|\bmillions?\b|[($¥]\s*m\s*\)|\bmio\b/iu.test(header)) return 'million';
  if (/万/u.test(header)) return 'tenThousand';
  if (/千元|\bthousands?\b|[($¥]\s*k\s*\)/iu.test(header)) return 'thousand';
  return null;
}

/**
 * Guesses what a revenue column counts from revenue per head, which lies between some ten thousand and some million in
 * every currency: 0.4 per head must be millions, 60 must be 万. Null when it cannot be told.
 */
export function guessRevenueUnit(pairs: readonly (readonly [revenue: number, employees: number])[]): AmountUnit | null {
  const perHead = pairs.filter(([, heads]) => heads > 0).map(([revenue, heads]) => revenue / heads);
  if (perHead.length < 3) return null;
  const median = perHead.toSorted((a, b) => a - b)[Math.floor(perHead.length / 2)] ?? 0;
  if (median <= 0) return null;
  if (median < 10) return 'million';
  return median < 500 ? 'tenThousand' : null;
}
