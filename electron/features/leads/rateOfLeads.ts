import { leadRates, type LeadRateRow } from '#db/queries/lead/leadRates.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { dayEnd, dayStart } from './periodOfDays.ts';

/** Leads below which a rate is shown with its interval but compared with nothing; the same number as for the funnel. */
export const ENOUGH_LEADS = 30;

const BEGINNING = -8.64e15;
const END = 8.64e15;

/** Lead-to-opportunity rate of the leads created in a period, by source or owner. */
export const rateOfLeads: Handler<typeof leadContract.rate> = (context, { by, createdFrom, createdTo }) => {
  const from = createdFrom === undefined ? BEGINNING : dayStart(context, createdFrom);
  const before = createdTo === undefined ? END : dayEnd(context, createdTo);
  const rows = leadRates(context.db, by, from, before);
  return ok({
    rows: rows.map(toRate),
    total: {
      leads: rows.reduce((sum, row) => sum + row.leads, 0),
      converted: rows.reduce((sum, row) => sum + row.converted, 0),
    },
    enough: ENOUGH_LEADS,
  });
};

const toRate = (row: LeadRateRow) => ({
  ...row,
  open: row.leads - row.converted - row.disqualified,
  interval: wilsonInterval(row.converted, row.leads),
  tooFew: row.leads < ENOUGH_LEADS,
});
