import type { Format } from '#renderer/platform/format.ts';
import { parseMoney } from '#shared/i18n/parseMoney.ts';

/** The short form where it loses nothing, otherwise the whole amount: an editor must never round by being opened. */
export function writeMoney(amountMinor: number, currency: string, format: Format): string {
  const short = format.money(amountMinor, currency);
  return parseMoney(short, currency) === amountMinor ? short : format.moneyExact(amountMinor, currency);
}
