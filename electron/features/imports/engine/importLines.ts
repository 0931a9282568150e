import { storedRow, type ImportRow } from '#db/repositories/imports/importRecords.ts';
import { mergeCustom } from '#shared/domain/imports/compareFields.ts';
import { type ImportState, type MetDeal, outcomeOf } from './importState.ts';
import { resolveReference } from './references.ts';
import type { ReadRow } from './rowReader.ts';
import { defined, type RowSource } from './rowSource.ts';
import { stableId } from './stableId.ts';

/** Products on deals. A file of snapshots names a line several times; the latest one counts. */
export function importLines(state: ImportState, source: RowSource): void {
  const { tally } = state.deps;
  const latest = new Map<string, { deal: MetDeal; productId: string; row: ReadRow }>();
  for (const row of source.rows()) {
    const { deal: dealId, product, at } = row.values;
    if (dealId === undefined || product === undefined) {
      source.refuse(row, dealId === undefined ? 'deal' : 'product');
      continue;
    }
    const deal = findDeal(state, String(dealId));
    if (!deal) {
      const column = source.reader.headerOf('deal');
      tally.refuse('opportunityLine', { ...row.place, column, value: String(dealId), code: 'unknownDeal' });
      continue;
    }
    const productId = resolveReference(state, 'product', product)!;
    const key = `${deal.id} ${productId}`;
    const before = latest.get(key);
    if (before && Number(before.row.values.at ?? 0) > Number(at ?? 0)) continue;
    latest.set(key, { deal, productId, row });
  }
  const ranks = new Map<string, number>();
  for (const { deal, productId, row } of latest.values()) {
    const number = ranks.get(deal.id) ?? 0;
    ranks.set(deal.id, number + 1);
    writeLine(state, deal, productId, row, number);
  }
}

/** The deal that a row names by its id at the source: one of this run, or of an earlier import. */
export function findDeal(state: ImportState, externalId: string): MetDeal | null {
  const key = state.idKey(externalId);
  const met = state.deals.get(key);
  if (met) return met;
  const id = state.findByKey('opportunity', key);
  const row = id === undefined ? undefined : storedRow(state.deps.db, 'opportunity', id);
  if (!row) return null;
  const deal: MetDeal = {
    id: String(row.id),
    currency: String(row.currency),
    accountId: row.accountId as string | null,
    row: null,
    by: 'opportunity',
  };
  state.deals.set(key, deal);
  return deal;
}

function writeLine(state: ImportState, deal: MetDeal, productId: string, row: ReadRow, number: number): void {
  const { db, sink, tally } = state.deps;
  const { values } = row;
  const id = stableId('opportunityLine', deal.id, productId);
  const title = String(values.product);
  const columns: ImportRow = defined({
    quantity: values.quantity,
    unitPriceMinor: values.unitPrice ?? unitPrice(values),
    discount: values.discount,
    amountMinor: values.amount,
    currency: values.currency ?? deal.currency,
    description: values.description,
  });
  const base = { id, opportunityId: deal.id, productId, rank: `a${number < 36 ? number.toString(36) : 'z'}` };
  if (state.insertOnce('opportunityLine', { ...base, ...columns, custom: mergeCustom('{}', row.custom) })) {
    tally.row('opportunityLine', 'create', row.place, title);
    return;
  }
  const stored = state.isFresh(id) ? undefined : storedRow(db, 'opportunityLine', id);
  if (!stored) {
    // The deal's own row named the product; this row says more.
    sink.update('opportunityLine', id, { ...columns, custom: mergeCustom('{}', row.custom) });
    tally.row('opportunityLine', 'update', row.place, title);
    return;
  }
  const compared = state.compare('opportunityLine', stored, {
    ...columns,
    custom: mergeCustom(String(stored.custom), row.custom),
  });
  if (Object.keys(compared.patch).length > 0) sink.update('opportunityLine', id, compared.patch);
  tally.row('opportunityLine', outcomeOf(compared), row.place, title, compared.differences);
}

/** Amount over quantity, when that is a whole number of minor units: anything else would be a made-up price. */
function unitPrice(values: ReadRow['values']): number | undefined {
  const [amount, quantity] = [Number(values.amount), Number(values.quantity)];
  const price = amount / quantity;
  return values.discount === undefined && quantity > 0 && amount !== 0 && Number.isSafeInteger(price)
    ? price
    : undefined;
}
