import type { scoringContract } from '#shared/contract/scoring.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { rescoreRecords } from './rescoreRecords.ts';
import { scoreHistory } from './scoreHistory.ts';

/** Everything the scoring area answers. */
export const scoringHandlers = {
  rescore: rescoreRecords,
  history: scoreHistory,
} satisfies HandlersFor<typeof scoringContract>;
