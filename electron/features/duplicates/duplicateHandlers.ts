import { type DuplicatePair, duplicatePairs } from '#db/queries/duplicates/duplicatePairs.ts';
import { referenceCounts } from '#db/queries/duplicates/recordReferences.ts';
import type { DuplicateSide, duplicateContract } from '#shared/contract/duplicate.contract.ts';
import type { ReadDb } from '#db/handles.ts';
import { type DuplicateEntity, duplicateKinds } from '#shared/domain/leads/duplicateKeys.ts';
import { LEVEL_FROM, matchLevel } from '#shared/domain/leads/matchStrength.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler, HandlersFor } from '../../ipc/handler.ts';
import { nameResolver } from '../changes/nameResolver.ts';
import { findDuplicates } from './findDuplicates.ts';
import { mergeableFields, mergeableRow, type MergeableRow } from './mergeableFields.ts';
import { dismissDuplicate, mergeDuplicates } from './mergeDuplicates.ts';

const pairs: Handler<typeof duplicateContract.pairs> = ({ db }, { entity, level, offset, limit }) => {
  const rows = duplicatePairs(db, entity, { from: LEVEL_FROM[level], offset, limit });
  return ok({ pairs: rows.map(toPair), total: rows[0]?.total ?? 0 });
};

function toPair({ total: _total, kinds, ...pair }: DuplicatePair) {
  const found = kinds.split(' ');
  return { ...pair, level: matchLevel(pair.strength), kinds: duplicateKinds.filter((kind) => found.includes(kind)) };
}

const compare: Handler<typeof duplicateContract.compare> = ({ db }, { entity, oneId, otherId }) => {
  const one = mergeableRow(db, entity, oneId);
  if (one === null) return err({ type: 'notFound', entity, id: oneId });
  const other = mergeableRow(db, entity, otherId);
  if (other === null) return err({ type: 'notFound', entity, id: otherId });
  const fields = mergeableFields(entity).filter((field) => isFilled(one[field]) || isFilled(other[field]));
  return ok({ one: sideOf(db, entity, one, fields), other: sideOf(db, entity, other, fields), fields });
};

function sideOf(db: ReadDb, entity: DuplicateEntity, row: MergeableRow, fields: readonly string[]): DuplicateSide {
  const values = fields.map((field) => ({ table: entity, field, from: null, to: row[field] ?? null }));
  const nameOf = nameResolver(db, values);
  const names = values.flatMap(({ field, to }) => {
    const name = nameOf(entity, field, to);
    return name === null ? [] : [[field, name] as const];
  });
  return {
    id: row.id,
    title: String(entity === 'lead' ? row.company || row.personName : row.name),
    createdAt: row.createdAt,
    fields: Object.fromEntries(fields.map((field) => [field, row[field] ?? null])),
    names: Object.fromEntries(names),
    counts: referenceCounts(db, entity, row.id),
  };
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** Everything behind `duplicate.*`. */
export const duplicateHandlers = {
  find: ({ db }, { entity, fields, exceptId, limit }) => ok(findDuplicates(db, entity, fields, { exceptId, limit })),
  pairs,
  compare,
  merge: mergeDuplicates,
  dismiss: dismissDuplicate,
} satisfies HandlersFor<typeof duplicateContract>;
