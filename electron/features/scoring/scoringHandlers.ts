import type { scoringContract } from '#shared/contract/scoring.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { attention } from './attention.ts';
import { ofAccount } from './ofAccount.ts';
import { ofDeal } from './ofDeal.ts';
import { ofLead } from './ofLead.ts';
import { rescoreRecords } from './rescoreRecords.ts';
import { scoreHistory } from './scoreHistory.ts';

/** Everything the scoring area answers. */
export const scoringHandlers = {
  rescore: rescoreRecords,
  history: scoreHistory,
  ofDeal,
  ofLead,
  ofAccount,
  attention,
} satisfies HandlersFor<typeof scoringContract>;
