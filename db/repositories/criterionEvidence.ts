import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { criterionEvidence } from '../schema/opportunity.ts';

/** A person's proof as it is stored. */
export interface NewEvidence {
  readonly id: string;
  readonly opportunityId: string;
  readonly criterionId: string;
  readonly note: string;
  readonly at: number;
  readonly byId: string | null;
}

/** Proves a criterion; an earlier proof of the same one is put away, so that exactly one stands. */
export function giveProof(db: WriteDb, proof: NewEvidence): void {
  withdrawProof(db, proof.opportunityId, proof.criterionId, proof.at);
  insertRow(db, criterionEvidence, proof);
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
