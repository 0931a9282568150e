import type { ReadDb, WriteDb } from '../../handles.ts';
import { getRow, insertRow, updateRow } from '../../rows.ts';
import { sharedTables } from '../../schema/schema.ts';
import { drainDuplicateKeys } from '../duplicateKeys.ts';

/** Tables that an import may write. */
export type ImportTable =
  | 'account'
  | 'activity'
  | 'alias'
  | 'behaviourEvent'
  | 'contact'
  | 'externalRef'
  | 'lead'
  | 'member'
  | 'opportunity'
  | 'opportunityLine'
  | 'pastChange'
  | 'process'
  | 'processVersion'
  | 'product'
  | 'productLine'
  | 'stage'
  | 'stageChange'
  | 'team'
  | 'teamMember';

/** A row as it is written; names are columns. */
export type ImportRow = Readonly<Record<string, string | number | null>>;

/** Where an import's rows go: into the workspace, or nowhere (dry run). */
export interface ImportSink {
  insert(table: ImportTable, row: ImportRow): void;
  update(table: ImportTable, id: string, patch: ImportRow): void;
  /** Makes what was written so far findable by number, address and name. */
  settle(): void;
}

/** Writes into the running change transaction. Throws an SqliteError when a constraint says no. */
export function writingSink(db: WriteDb): ImportSink {
  return {
    insert: (table, row) => insertRow(db, sharedTables[table], row as never),
    update: (table, id, patch) => void updateRow(db, sharedTables[table], id, patch as never),
    settle: () => void drainDuplicateKeys(db),
  };
}

/** Writes nothing. */
export const dryRunSink: ImportSink = { insert: () => {}, update: () => {}, settle: () => {} };

/** A row that an import may change, as stored. */
export function storedRow(db: ReadDb, table: ImportTable, id: string): ImportRow | undefined {
  return getRow(db, sharedTables[table], id);
}
