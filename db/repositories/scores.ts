import type { WriteDb } from '../handles.ts';
import type { ScoredKind } from '../queries/scoring/scoredRecords.ts';

/** A new figure of a record. */
export interface NewScore {
  readonly id: string;
  readonly probability: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly inputHash: string;
}

const statements = {
  deal: `INSERT INTO opportunityScore(opportunityId, modelId, asOf, probability, low, high, inputHash)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (opportunityId) DO UPDATE SET modelId = excluded.modelId,
    asOf = excluded.asOf, probability = excluded.probability, low = excluded.low, high = excluded.high,
    inputHash = excluded.inputHash`,
  lead: `INSERT INTO leadScore(leadId, modelId, asOf, probability, low, high, inputHash)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (leadId) DO UPDATE SET modelId = excluded.modelId,
    asOf = excluded.asOf, probability = excluded.probability, low = excluded.low, high = excluded.high,
    inputHash = excluded.inputHash`,
} as const;

/** Keeps the newest figures of records, all by one model at one moment. */
export function keepScores(
  db: WriteDb,
  kind: ScoredKind,
  scored: { readonly modelId: string | null; readonly asOf: number },
  scores: readonly NewScore[],
): void {
  const sql = statements[kind];
  const { modelId, asOf } = scored;
  for (const { id, probability, low, high, inputHash } of scores) {
    db.run(sql, id, modelId, asOf, probability, low, high, inputHash);
  }
}
