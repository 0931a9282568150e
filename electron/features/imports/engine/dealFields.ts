import type { ImportRow } from '#db/repositories/imports/importRecords.ts';
import { guessOutcome, type OutcomeGuess } from '#shared/domain/imports/outcomeWords.ts';
import type { ImportState } from './importState.ts';
import { resolveContacts, resolveReference } from './references.ts';
import { defined } from './rowSource.ts';

type Values = Readonly<Record<string, string | number>>;

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ['omitted', /omit|排除/iu],
  ['commit', /commit|承诺|closed/iu],
  ['bestCase', /best|most likely|最好|乐观/iu],
  ['pipeline', /pipeline|管道/iu],
];

/** How a deal's row says it ended, by its status text. */
export const outcomeOfStatus = (values: Values): OutcomeGuess | null =>
  values.status === undefined ? null : guessOutcome(String(values.status));

/** Columns of `opportunity` that a row speaks of, its stage apart. Makes accounts and people that nobody knows yet. */
export function dealColumns(state: ImportState, values: Values, isClosed: boolean): ImportRow {
  const accountId = resolveReference(state, 'account', values.account);
  const ownerId = resolveReference(state, 'member', values.owner);
  return defined({
    name: values.name,
    accountId: accountId ?? undefined,
    primaryContactId: resolveContacts(state, values.contact, accountId) ?? undefined,
    ownerId: ownerId ?? undefined,
    ...(values.amount !== undefined && {
      amountMinor: values.amount,
      currency: values.currency ?? state.deps.plan.currency,
    }),
    ownWinRate: isClosed ? undefined : values.ownWinRate,
    expectedClose: values.expectedClose ?? values.closeDate,
    nextStep: values.nextStep,
    description: values.description,
    source: values.source,
    outcomeNote: values.lostReason,
    forecastCategory: categoryOf(values),
  });
}

const categoryOf = (values: Values): string | undefined =>
  CATEGORIES.find(([, pattern]) => pattern.test(String(values.forecastCategory ?? '')))?.[0];

/** What a row says that no column can take as it is: kept in the custom fields rather than lost. */
export const unreadableTexts = (values: Values): Record<string, string> =>
  values.forecastCategory !== undefined && categoryOf(values) === undefined
    ? { forecastCategory: String(values.forecastCategory) }
    : {};

/** A lost deal with amount 0 tells that nothing was sold, not what was at stake. Returns the values without that amount. */
export function withoutLostZero(state: ImportState, values: Values, isLost: boolean): Values {
  if (!isLost || values.amount !== 0) return values;
  state.deps.tally.note('lostAmountUnknown');
  const { amount: _unknown, ...rest } = values;
  return rest;
}

/** A name for a deal whose file has none: customer and product, or customer and number. */
export function dealName(values: Values, key: string): string {
  if (values.name !== undefined) return String(values.name);
  const number = `#${key.slice(key.indexOf(':') + 1)}`;
  const parts = [values.account, values.product].filter((part) => part !== undefined).map(String);
  return parts.length === 2 ? parts.join(' ') : [...parts, number].join(' ');
}

/** Instants told by a row for its close: the first that is there. */
export function closeInstant(state: ImportState, values: Values): number | null {
  const told = values.closedAt ?? values.wonAt ?? values.lostAt;
  if (told !== undefined) return Number(told);
  if (values.closeDate === undefined) return null;
  return state.deps.clock.instantOf({ kind: 'day', day: String(values.closeDate) });
}
