import { pointHistoryOf } from '#db/queries/scoring/pointHistory.ts';
import { scoreHistoryOf } from '#db/queries/scoring/scorePages.ts';
import type { scoringContract } from '#shared/contract/scoring.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';

/** The figures a record had, newest first; a record that never had one has none. */
export const scoreHistory: Handler<(typeof scoringContract)['history']> = ({ db, now }, input) => {
  const { kind, id, score, asOf = now, limit } = input;
  if (score === 'model') {
    if (kind === 'account') return ok({ points: [] });
    const figures = scoreHistoryOf(db, kind, id, { asOf, limit });
    return ok({ points: figures.map(({ modelId, ...point }) => ({ ...point, versionId: modelId })) });
  }
  return ok({ points: pointHistoryOf(db, { kind, id, score, asOf, limit }) });
};
