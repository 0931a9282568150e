import { setLeadsRemoved } from '#db/repositories/leads.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import {
  assignLeads,
  claimLeads,
  disqualifyLeads,
  recycleLeads,
  reopenLeads,
  setHoldingDays,
  verifyLeads,
} from './actOnLeads.ts';
import { conversionOfLead } from './conversion.ts';
import { convertLead } from './convertLead.ts';
import { leadPage } from './leadPage.ts';
import { listLeads, overviewOfLeads } from './listLeads.ts';
import { rateOfLeads } from './rateOfLeads.ts';
import { createLead, updateLead } from './saveLead.ts';

/** Everything behind `lead.*`. */
export const leadHandlers = {
  list: listLeads,
  overview: overviewOfLeads,
  page: leadPage,
  create: createLead,
  update: updateLead,
  verify: verifyLeads,
  assign: assignLeads,
  claim: claimLeads,
  disqualify: disqualifyLeads,
  recycle: recycleLeads,
  reopen: reopenLeads,
  remove: (context, { ids }) =>
    context.write('lead.remove', (db) => ok({ removed: setLeadsRemoved(db, ids, context.now) })),
  restore: (context, { ids }) =>
    context.write('lead.restore', (db) => ok({ restored: setLeadsRemoved(db, ids, null) })),
  conversion: conversionOfLead,
  convert: convertLead,
  rate: rateOfLeads,
  setHoldingDays,
} satisfies HandlersFor<typeof leadContract>;
