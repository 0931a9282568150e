import type { AmountUnit, ImportFieldKind, RowProblem } from '../../contract/import.contract.ts';
import { tidyText } from './foldText.ts';
import { isMissing } from './missingValue.ts';
import { type DecimalMark, parseAmount, parseNumber } from './parseAmount.ts';
import { parsePercent, type PercentScale } from './parsePercent.ts';
import { type DateOrder, isPlausibleYear, parseTime } from './parseTime.ts';
import { currencyCode } from './proposeColumns.ts';
import type { WallClock } from './wallClock.ts';

/** How the cells of one mapped column are read. */
export interface CellFormat {
  readonly kind: ImportFieldKind;
  readonly unit: AmountUnit;
  readonly decimal: DecimalMark;
  readonly percent: PercentScale;
  readonly dateOrder: DateOrder;
}

/** A cell's value, nothing, or why it cannot be taken. */
export type CellReading =
  | { readonly type: 'value'; readonly value: string | number }
  | { readonly type: 'missing' }
  | { readonly type: 'problem'; readonly code: RowProblem['code'] };

const MISSING: CellReading = { type: 'missing' };
const problem = (code: RowProblem['code']): CellReading => ({ type: 'problem', code });
const value = (found: string | number): CellReading => ({ type: 'value', value: found });

/**
 * Reads one cell: text tidied, amounts in minor units, shares 0..1, days `YYYY-MM-DD`, instants epoch ms (wall-clock
 * times in `clock`'s zone). Years outside 1990–2100 are `implausibleDate`.
 */
export function readCell(text: string, format: CellFormat, clock: WallClock): CellReading {
  if (isMissing(text)) return MISSING;
  switch (format.kind) {
    case 'amount': {
      const amount = parseAmount(text, format.unit, format.decimal);
      return amount === null ? problem('invalidAmount') : value(amount);
    }
    case 'number':
    case 'integer': {
      const number = parseNumber(text, format.decimal);
      if (number === null) return problem('invalidNumber');
      return value(format.kind === 'integer' ? Math.round(number) : number);
    }
    case 'percent': {
      const share = parsePercent(text, format.percent);
      return share === null ? problem('invalidPercent') : value(share);
    }
    case 'day':
    case 'instant':
      return readTime(text, format, clock);
    case 'currency': {
      const code = currencyCode(text);
      return code === null ? problem('invalidCurrency') : value(code);
    }
    default: {
      const tidy = tidyText(text);
      return tidy === '' ? MISSING : value(tidy);
    }
  }
}

function readTime(text: string, format: CellFormat, clock: WallClock): CellReading {
  const time = parseTime(text, format.dateOrder);
  if (time === null) return problem('invalidDate');
  const day = clock.dayOf(time);
  if (!isPlausibleYear(Number(day.slice(0, 4)))) return problem('implausibleDate');
  return value(format.kind === 'day' ? day : clock.instantOf(time));
}
