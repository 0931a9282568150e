import { nthNewestOutcome } from '#db/queries/scoreModels/closedCounts.ts';
import type { ReadDb } from '#db/handles.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';

/** Only the newest records are learned from: more make a training slower and not better, and old ones tell of another time. */
const LEARNED = 4000;

/** From which outcome on a training learns, epoch ms; everything where there is no more than that. */
export const learnedFrom = (db: ReadDb, kind: ModelKind): number => nthNewestOutcome(db, kind, LEARNED) ?? -Infinity;
