import { openState } from '#db/queries/scoring/explained.ts';
import type { explanationOperations } from '#shared/contract/scoringExplanation.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { explainRecord } from './explainRecord.ts';

/** How likely a lead becomes a deal, and why. */
export const ofLead: Handler<typeof explanationOperations.ofLead> = (context, { id }) => {
  const lead = openState(context.db, 'lead', id);
  const explained = lead && explainRecord(context, 'lead', id, !lead.open);
  return explained ? ok(explained.answer) : err({ type: 'notFound', entity: 'lead', id });
};
