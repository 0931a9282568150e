import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { criterionRows } from '#db/queries/pipeline/gateFacts.ts';
import { processRows } from '#db/queries/pipeline/processes.ts';
import { addOpportunity } from '#db/repositories/opportunity.ts';
import { appendStageChange } from '#db/repositories/stageChange.ts';
import type { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { factsOfFields } from '#shared/domain/pipeline/criterion.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';
import { isOpenStage, openStages } from '#shared/domain/pipeline/stages.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import type { z } from 'zod';
import { actor, door, enterStage } from '../pipeline/applyMove.ts';
import { loadBoardCard } from '../pipeline/boardCard.ts';
import { boardProcess, toStage, type BoardProcess } from '../pipeline/boardStages.ts';
import { rankAt } from '../pipeline/cardPlace.ts';
import { findOrAddAccount } from './findOrAddAccount.ts';

type Input = z.output<typeof opportunityContract.create.input>;
type Failure = z.output<typeof opportunityContract.create.errors> | CommonError;

/** Creates a deal from a name and an account, in the first stage of the default process unless told otherwise. */
export const create: Handler<typeof opportunityContract.create> = (context, input) => {
  const made = context.write('opportunity.create', (db) => createDeal(context, db, input));
  if (!made.ok) return made;
  const card = loadBoardCard(context, made.value.id);
  if (card === undefined) return err({ type: 'notFound', entity: 'opportunity', id: made.value.id });
  return ok({ card, accountCreated: made.value.accountCreated });
};

/** Creates a deal within a running transaction, with its history and the tasks of its first stage; every door comes through here. */
export function createDeal(
  context: CommandContext,
  db: WriteDb,
  input: Input,
): Result<{ id: string; accountCreated: boolean }, Failure> {
  const start = chooseStart(context, db, input);
  if (!start.ok) return start;
  const missing = missingReference(db, [{ entity: 'member', id: input.ownerId }]);
  if (missing !== null) return err({ type: 'notFound', ...missing });
  const account = findOrAddAccount(context, db, input.account);
  if (!account.ok) return account;
  const { process, stageId } = start.value;
  const ownerId = input.ownerId ?? actor(context);
  const id = context.newId();
  const column = {
    processId: process.process.id,
    status: 'open',
    stageIds: process.columnOf(stageId)?.ids ?? [stageId],
  };
  addOpportunity(db, {
    id,
    name: input.name,
    accountId: account.value.id,
    ownerId,
    processId: process.process.id,
    processVersionId: process.process.versionId,
    stageId,
    stageEnteredAt: context.now,
    amountMinor: input.amountMinor ?? null,
    currency: context.currency,
    expectedClose: input.expectedClose ?? null,
    source: input.source ?? '',
    rank: rankAt(db, column, {}),
    createdAt: context.now,
  });
  appendStageChange(db, {
    id: context.newId(),
    opportunityId: id,
    toStageId: stageId,
    at: context.now,
    byId: actor(context),
    kind: 'create',
    door: door(context),
  });
  enterStage(context, db, { opportunityId: id, accountId: account.value.id, ownerId, stageId });
  return ok({ id, accountCreated: account.value.created });
}

/** The process and stage that it begins in. */
function chooseStart(
  context: CommandContext,
  db: WriteDb,
  input: Input,
): Result<{ process: BoardProcess; stageId: string }, Failure> {
  const processId = input.processId ?? processRows(db).find((row) => row.versionId !== null)?.id;
  const process = processId === undefined ? undefined : boardProcess(db, processId);
  if (process === undefined) return err({ type: 'noProcess' });
  const stages = openStages(
    process.columns
      .filter(({ stage }) => stage.processVersionId === process.process.versionId)
      .map(({ stage }) => toStage(stage)),
  );
  const index = input.stageId === undefined ? 0 : stages.findIndex((stage) => stage.id === input.stageId);
  const stage = stages[index];
  if (stage === undefined || !isOpenStage(stage)) return err({ type: 'wrongStage' });
  const open = unmetOnTheWay(
    context,
    db,
    stages.slice(0, index + 1).map(({ id }) => id),
    input,
  );
  if (open.length > 0) return err({ type: 'gate', blocked: true, items: open });
  return ok({ process, stageId: stage.id });
}

/**
 * A deal may start where nothing blocks the way: exit criteria of the stages before, entry criteria of these and of the one
 * it starts in. What would merely warn is nobody's question here.
 */
function unmetOnTheWay(context: CommandContext, db: WriteDb, stageIds: readonly string[], input: Input): GateItem[] {
  const start = stageIds.at(-1);
  const criteria = criterionRows(db, stageIds).filter(({ gate, stageId }) => gate === 'entry' || stageId !== start);
  if (criteria.length === 0) return [];
  const fields = {
    name: input.name,
    amountMinor: input.amountMinor ?? null,
    expectedClose: input.expectedClose ?? null,
    source: input.source ?? '',
    ownerId: input.ownerId ?? context.actorId,
    accountId: 'id' in input.account ? input.account.id : input.account.name,
  };
  const items = evaluateCriteria(criteria, factsOfFields(fields, context.now));
  return items.filter((item) => item.enforcement === 'block' && !item.met);
}
