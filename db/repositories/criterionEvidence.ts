import type { ReadDb, WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { criterionEvidence } from '../schema/opportunity.ts';
import { carryAttachments } from './documents.ts';

/** A person's proof as it is stored. */
export interface NewEvidence {
  readonly id: string;
  readonly opportunityId: string;
  readonly criterionId: string;
  readonly note: string;
  readonly at: number;
  readonly byId: string | null;
}

/**
 * Proves a criterion; an earlier proof of the same one is put away, so that exactly one stands. Files attached to the
 * earlier one go over to the new one.
 */
export function giveProof(db: WriteDb, proof: NewEvidence): void {
  const earlier = standingProof(db, proof.opportunityId, proof.criterionId);
  withdrawProof(db, proof.opportunityId, proof.criterionId, proof.at);
  insertRow(db, criterionEvidence, proof);
  if (earlier !== null) carryAttachments(db, 'criterionEvidence', earlier, proof.id);
}

/** The id of the proof that stands for a criterion of a deal, or null. */
export function standingProof(db: ReadDb, opportunityId: string, criterionId: string): string | null {
  const row = db.get<{ id: string }>(
    `SELECT id FROM criterionEvidence WHERE opportunityId = ? AND criterionId = ? AND removedAt IS NULL
     ORDER BY at DESC, id DESC LIMIT 1`,
    opportunityId,
    criterionId,
  );
  return row?.id ?? null;
}

/** Takes a proof back; returns whether there was one. */
export function withdrawProof(db: WriteDb, opportunityId: string, criterionId: string, at: number): boolean {
  const { changes } = db.run(
    'UPDATE criterionEvidence SET removedAt = ? WHERE opportunityId = ? AND criterionId = ? AND removedAt IS NULL',
    at,
    opportunityId,
    criterionId,
  );
  return changes > 0;
}
