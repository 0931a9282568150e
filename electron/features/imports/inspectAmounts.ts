import type { FilePlan } from '#shared/contract/import.contract.ts';
import { importFieldOf } from '#shared/domain/imports/importFields.ts';
import { parseNumber } from '#shared/domain/imports/parseAmount.ts';
import { guessRevenueUnit } from '#shared/domain/imports/proposeColumns.ts';
import type { LookedAtFile } from './inspectFiles.ts';
import type { Table } from './reading/readTable.ts';

const SAMPLE_ROWS = 500;

/** Header of the column that a plan uses for a field. */
export const headerFor = (plan: FilePlan, field: string): string | undefined =>
  Object.entries(plan.columns).find(([, use]) => 'field' in use && use.field === field)?.[0];

/** Sets the unit of an account file's revenue when revenue per head gives it away and the header does not say. */
export function withRevenueUnit(plan: FilePlan, table: Table): FilePlan {
  if (plan.entity !== 'account') return plan;
  const [revenue, employees] = [headerFor(plan, 'annualRevenue'), headerFor(plan, 'employees')];
  if (revenue === undefined || employees === undefined) return plan;
  const use = plan.columns[revenue]!;
  if (!('field' in use) || use.unit !== undefined) return plan;
  const [revenueAt, employeesAt] = [table.headers.indexOf(revenue), table.headers.indexOf(employees)];
  const pairs: [number, number][] = [];
  for (const { cells } of table.rows.rows()) {
    const [amount, heads] = [parseNumber(cells[revenueAt] ?? '', use.decimal), parseNumber(cells[employeesAt] ?? '')];
    if (amount !== null && heads !== null) pairs.push([amount, heads]);
    if (pairs.length >= SAMPLE_ROWS) break;
  }
  const unit = guessRevenueUnit(pairs);
  return unit === null ? plan : { ...plan, columns: { ...plan.columns, [revenue]: { ...use, unit } } };
}

const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|\beur\b/iu],
  ['GBP', /£|\bgbp\b/iu],
  ['HKD', /hk\$|\bhkd\b/iu],
  ['USD', /\$|\busd\b/iu],
  ['CNY', /[¥￥]|\b(cny|rmb)\b|元/iu],
];

/** The currency that amounts or their headers carry as a sign; null when they carry none. */
export function guessCurrency(files: readonly LookedAtFile[]): string | null {
  for (const { plan, table } of files) {
    const amounts = Object.entries(plan.columns).filter(
      ([, use]) => 'field' in use && importFieldOf(plan.entity, use.field)?.kind === 'amount',
    );
    for (const [header] of amounts) {
      const index = table.headers.indexOf(header);
      // "Product $" is a way to say money, not a currency; only values and codes count there.
      const texts = [header.replace(/\$/gu, '')];
      for (const { cells } of table.rows.rows()) {
        if (cells[index]) texts.push(cells[index]);
        if (texts.length >= 100) break;
      }
      const found = SIGNS.find(([, pattern]) => texts.some((text) => pattern.test(text)));
      if (found) return found[0];
    }
  }
  return null;
}
