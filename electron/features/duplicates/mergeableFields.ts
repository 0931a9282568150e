import { getRow } from '#db/rows.ts';
import { account, contact, lead } from '#db/schema/account.ts';
import type { ReadDb } from '#db/handles.ts';
import { accountFieldsSchema, contactFieldsSchema } from '#shared/contract/account.contract.ts';
import { leadFieldsSchema } from '#shared/contract/lead.contract.ts';
import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';

/** A record of one of the kinds that can be merged, as stored. */
export type MergeableRow = Readonly<Record<string, string | number | null>> & {
  readonly id: string;
  readonly createdAt: number;
  readonly custom: string;
};

const FIELDS: Readonly<Record<DuplicateEntity, readonly string[]>> = {
  lead: leadFieldsSchema.keyof().options,
  account: accountFieldsSchema.keyof().options,
  contact: contactFieldsSchema.keyof().options,
};

/** The fields of which a person chooses the value that stays. */
export const mergeableFields = (entity: DuplicateEntity): readonly string[] => FIELDS[entity];

/** The record as stored, unless it is gone, in the trash or merged already. */
export function mergeableRow(db: ReadDb, entity: DuplicateEntity, id: string): MergeableRow | null {
  const row = { lead: getRow(db, lead, id), account: getRow(db, account, id), contact: getRow(db, contact, id) }[
    entity
  ];
  return row === undefined || row.removedAt !== null ? null : row;
}
