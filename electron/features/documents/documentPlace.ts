import type { WriteDb } from '#db/handles.ts';
import { criterionPlace } from '#db/queries/document/criterionPlace.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { criterionById } from '#db/queries/pipeline/criterionById.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { taskOfStageTask } from '#db/queries/task/taskOfStageTask.ts';
import { giveProof, standingProof } from '#db/repositories/criterionEvidence.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import type { DocumentEntity, DocumentTarget } from '#shared/contract/documentShapes.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { actor } from '../pipeline/applyMove.ts';
import { addPrescribedTask, prescribedTask } from '../pipeline/prescribedTask.ts';

/** The record that a document is attached to. */
export interface DocumentPlace {
  readonly entity: DocumentEntity;
  readonly entityId: string;
}

type PlaceError = CommonError | { readonly type: 'notProvenByFile' };

/** Finds the record that files for a target go to; for a criterion without evidence one is made, to be proven by the files. */
export function documentPlace(
  context: CommandContext,
  db: WriteDb,
  target: DocumentTarget,
): Result<DocumentPlace, PlaceError> {
  if (target.entity === 'criterion') return placeOfCriterion(context, db, target);
  if (target.entity === 'stageTask') return placeOfStageTask(context, db, target);
  const missing = missingReference(db, [target]);
  return missing ? err({ type: 'notFound', ...missing }) : ok({ entity: target.entity, entityId: target.id });
}

function placeOfStageTask(
  context: CommandContext,
  db: WriteDb,
  { opportunityId, stageTaskId }: Extract<DocumentTarget, { entity: 'stageTask' }>,
): Result<DocumentPlace, PlaceError> {
  const deal = moveDealRows(db, [opportunityId])[0];
  if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
  const prescribed = prescribedTask(db, deal, stageTaskId);
  if (prescribed === undefined) return err({ type: 'notFound', entity: 'stageTask', id: stageTaskId });
  const known = taskOfStageTask(db, opportunityId, stageTaskId);
  return ok({ entity: 'task', entityId: known ?? addPrescribedTask(context, db, deal, prescribed) });
}

function placeOfCriterion(
  context: CommandContext,
  db: WriteDb,
  { opportunityId, criterionId }: Extract<DocumentTarget, { entity: 'criterion' }>,
): Result<DocumentPlace, PlaceError> {
  const deal = moveDealRows(db, [opportunityId])[0];
  if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
  const place = criterionPlace(db, opportunityId, criterionId);
  if (place === undefined || criterionById(db, criterionId)?.processId !== deal.processId)
    return err({ type: 'notFound', entity: 'stageCriterion', id: criterionId });
  if (place.kind === 'deliverable' && place.taskId !== null) return ok({ entity: 'task', entityId: place.taskId });
  if (place.kind !== 'deliverable' && place.kind !== 'evidence') return err({ type: 'notProvenByFile' });
  const standing = standingProof(db, opportunityId, criterionId);
  if (standing !== null) return ok({ entity: 'criterionEvidence', entityId: standing });
  const id = context.newId();
  giveProof(db, { id, opportunityId, criterionId, note: '', at: context.now, byId: actor(context) });
  return ok({ entity: 'criterionEvidence', entityId: id });
}
