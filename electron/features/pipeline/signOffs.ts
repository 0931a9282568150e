import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import {
  countWaitingSignOffs,
  openRequests,
  type SignerRow,
  signers,
  waitingSignOffs,
  type WaitingRow,
} from '#db/queries/pipeline/signOffs.ts';
import { addTask } from '#db/repositories/tasks.ts';
import type { pipelineContract, SignOffRow } from '#shared/contract/pipeline.contract.ts';
import { parseParams } from '#shared/domain/pipeline/evaluateCriteria.ts';
import { signRole } from '#shared/domain/pipeline/signRole.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '#electron/ipc/handler.ts';
import { actor, dueDay } from './applyMove.ts';
import { criterionOfDeal } from './evidence.ts';

/** Asks somebody who may sign, by a task due on the next working day; a request that is open already is answered as it is. */
export const askSignOff: Handler<typeof pipelineContract.askSignOff> = (context, input) =>
  context.write('pipeline.askSignOff', (db): Answer<typeof pipelineContract.askSignOff> => {
    const known = criterionOfDeal(db, input);
    if (!known.ok) return known;
    const { opportunityId, criterionId } = input;
    const deal = moveDealRows(db, [opportunityId])[0];
    if (known.value.kind !== 'signOff') return err({ type: 'notFound', entity: 'stageCriterion', id: criterionId });
    const able = signers(db, signRole(parseParams(known.value.params).role), deal?.ownerId ?? null);
    const asked = input.memberId === undefined ? able[0] : able.find(({ id }) => id === input.memberId);
    if (asked === undefined) {
      return input.memberId === undefined
        ? err({ type: 'nobodyMaySign' })
        : err({ type: 'notFound', entity: 'member', id: input.memberId });
    }
    const open = openRequests(db, opportunityId, criterionId).find(({ ownerId }) => ownerId === asked.id);
    if (open !== undefined) return ok({ taskId: open.id, asked: named(asked), isNew: false });
    const taskId = context.newId();
    addTask(db, {
      id: taskId,
      title: input.title ?? known.value.text.slice(0, 200),
      note: input.note,
      opportunityId,
      accountId: deal?.accountId ?? null,
      ownerId: asked.id,
      stageId: known.value.stageId,
      criterionId,
      dueDate: dueDay(context, 1),
      createdById: actor(context),
      createdAt: context.now,
    });
    return ok({ taskId, asked: named(asked), isNew: true });
  });

/** What waits for somebody's sign-off. */
export const signOffsWaiting: Handler<typeof pipelineContract.signOffsWaiting> = (context, { memberId, limit }) => {
  const signer = memberId ?? context.actorId;
  const rows = waitingSignOffs(context.db, signer, limit).map(toRow);
  return ok({ rows, total: rows.length < limit ? rows.length : countWaitingSignOffs(context.db, signer) });
};

const toRow = (row: WaitingRow): SignOffRow => ({
  taskId: row.taskId,
  opportunity: { id: row.opportunityId, name: row.opportunityName },
  account: ref(row.accountId, row.accountName),
  owner: ref(row.ownerId, row.ownerName),
  amountMinor: row.amountMinor,
  currency: row.currency,
  stageName: row.stageName,
  criterionId: row.criterionId,
  criterionText: row.criterionText,
  askedBy: row.askedBy,
  askedAt: row.askedAt,
  note: row.note,
  dueDate: row.dueDate,
});

const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
const named = ({ id, name }: SignerRow) => ({ id, name });
