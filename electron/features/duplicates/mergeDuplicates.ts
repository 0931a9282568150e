import { createHash } from 'node:crypto';
import type { WriteDb } from '#db/handles.ts';
import { addNotDuplicate } from '#db/repositories/notDuplicates.ts';
import { mergeRecords } from '#db/repositories/mergeRecords.ts';
import { updateRow } from '#db/rows.ts';
import { account, contact, lead } from '#db/schema/account.ts';
import type { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';
import { mergeFields } from '#shared/domain/leads/mergeFields.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';
import { mergeableFields, mergeableRow, type MergeableRow } from './mergeableFields.ts';

type Merged = Answer<typeof duplicateContract.merge>;

/** Makes two records one. One transaction, so one undo takes it apart again. */
export const mergeDuplicates: Handler<typeof duplicateContract.merge> = (context, input) =>
  context.write('duplicate.merge', (db): Merged => {
    const { entity, winnerId, loserId, choices } = input;
    if (winnerId === loserId) return err({ type: 'sameRecord' });
    const fields = mergeableFields(entity);
    const unknown = Object.keys(choices).find((field) => !fields.includes(field));
    if (unknown !== undefined) return err({ type: 'unknownField', field: unknown.slice(0, 200) });
    const winner = mergeableRow(db, entity, winnerId);
    if (winner === null) return err({ type: 'notFound', entity, id: winnerId });
    const loser = mergeableRow(db, entity, loserId);
    if (loser === null) return err({ type: 'notFound', entity, id: loserId });
    if (entity === 'lead' && winner.status === 'converted' && loser.status === 'converted') {
      return err({ type: 'bothConverted' });
    }
    const patch = {
      ...mergeFields(winner, loser, fields, choices),
      ...(entity === 'lead' ? leadState(winner, loser) : {}),
      custom: mergeCustom(winner.custom, loser.custom),
      // It is known since the first of the two was.
      createdAt: Math.min(winner.createdAt, loser.createdAt),
    };
    // The fields come first: a parent or superior that is the loser itself is then moved like any other reference to it.
    change(db, entity, winnerId, patch);
    return ok({ id: winnerId, moved: mergeRecords(db, { entity, winnerId, loserId, now: context.now }) });
  });

/** Remembers that two records are not the same. */
export const dismissDuplicate: Handler<typeof duplicateContract.dismiss> = (context, { entity, oneId, otherId }) =>
  context.write('duplicate.dismiss', (db): Answer<typeof duplicateContract.dismiss> => {
    if (oneId === otherId) return err({ type: 'sameRecord' });
    for (const id of [oneId, otherId]) {
      if (mergeableRow(db, entity, id) === null) return err({ type: 'notFound', entity, id });
    }
    const [first, second] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
    addNotDuplicate(db, {
      id: createHash('sha256').update(`notDuplicate ${entity} ${first} ${second}`).digest('hex').slice(0, 32),
      entity,
      oneId: first,
      otherId: second,
      byId: actor(context),
      createdAt: context.now,
    });
    return ok({});
  });

/** What has become of a lead goes with it: a converted one stays converted, and one that somebody has in hand stays in hand. */
function leadState(winner: MergeableRow, loser: MergeableRow): Record<string, string | number | null> {
  const better =
    loser.status === 'converted' ||
    (winner.status !== 'converted' && isInHand(loser.status) && !isInHand(winner.status));
  if (!better) return {};
  const columns = [
    'status',
    'ownerId',
    'heldSince',
    'heldUntil',
    'reasonCode',
    'reason',
    'disqualifiedAt',
    'convertedAt',
    'accountId',
    'contactId',
    'opportunityId',
  ];
  return Object.fromEntries(columns.map((column) => [column, loser[column] ?? null]));
}

const isInHand = (status: unknown): boolean => status === 'new' || status === 'verifying';

/** Unmapped columns of both; what both have stays as the winner has it. */
function mergeCustom(winner: string, loser: string): string {
  if (loser === '{}' || loser === winner) return winner;
  return JSON.stringify({ ...objectOf(loser), ...objectOf(winner) });
}

function objectOf(json: string): object {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function change(db: WriteDb, entity: DuplicateEntity, id: string, patch: Record<string, unknown>): void {
  const table = { lead, account, contact }[entity];
  updateRow(db, table, id, patch);
}
