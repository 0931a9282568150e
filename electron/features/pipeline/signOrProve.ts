import type { WriteDb } from '#db/handles.ts';
import { memberName } from '#db/queries/pipeline/memberName.ts';
import { openRequests } from '#db/queries/pipeline/signOffs.ts';
import { giveProof } from '#db/repositories/criterionEvidence.ts';
import { setTaskStatus } from '#db/repositories/tasks.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { parseParams } from '#shared/domain/pipeline/evaluateCriteria.ts';
import { maySign, signRole } from '#shared/domain/pipeline/signRole.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/** What a proof needs to know of its criterion. */
export interface ProvenCriterion {
  readonly id: string;
  readonly kind: string;
  readonly params: string;
}

/** A note on a criterion of a deal. */
export interface GivenProof {
  readonly opportunityId: string;
  readonly criterion: ProvenCriterion;
  readonly note: string;
}

/**
 * Stores a proof. A sign-off is taken only from somebody who may sign, so that nobody's note takes the place of a
 * signature; it ends the requests for it. Runs in the caller's transaction.
 */
export function signOrProve(context: CommandContext, db: WriteDb, proof: GivenProof): Result<null, CommonError> {
  const { opportunityId, criterion, note } = proof;
  if (!mayProve(context, criterion)) return err({ type: 'forbidden', reason: 'signOff' });
  giveProof(db, {
    id: context.newId(),
    opportunityId,
    criterionId: criterion.id,
    note,
    at: context.now,
    byId: actor(context),
  });
  if (criterion.kind === 'signOff') {
    for (const { id } of openRequests(db, opportunityId, criterion.id)) setTaskStatus(db, id, 'done', context.now);
  }
  return ok(null);
}

/** Whether whoever works on this device may prove this criterion, or take its proof back. */
export function mayProve(context: Pick<CommandContext, 'db' | 'actorId'>, criterion: ProvenCriterion): boolean {
  if (criterion.kind !== 'signOff') return true;
  return maySign(memberName(context.db, context.actorId)?.role ?? '', signRole(parseParams(criterion.params).role));
}
