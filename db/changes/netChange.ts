import type { SqlValue } from '../handles.ts';
import type { CapturedTable } from './capturedTable.ts';

/** What a transaction did to one row in the end, whatever happened on the way. */
export type NetChange =
  | { readonly kind: 'insert'; readonly pk: string }
  | { readonly kind: 'delete'; readonly pk: string; readonly old: string }
  | { readonly kind: 'update'; readonly pk: string; readonly fields: ReadonlyMap<string, FieldChange> }
  /** Deleted and made anew, or replaced by a tool that does not fire delete triggers: compare with the file. */
  | { readonly kind: 'remade'; readonly pk: string; readonly old: string | null };

/** What a field held before the transaction and after it. */
export interface FieldChange {
  readonly old: SqlValue;
  readonly val: SqlValue;
}

/** One row of `syncPending`. */
export type PendingEvent = readonly [pk: string, col: string, old: SqlValue, val: SqlValue];

interface RowHistory {
  readonly appeared: boolean;
  present: boolean;
  fields: Map<string, FieldChange>;
  /** Content before the transaction as JSON, once the row was deleted. */
  before: string | null;
}

/**
 * Folds the events of one table into one net change per row: a field keeps its first old and its last new value, a row
 * that came and went leaves nothing, a value that returned to what it was leaves nothing.
 * `wasThere` tells of a row that appeared whether the log knows it as existing already (a silent replacement).
 */
export function netChanges(
  table: CapturedTable,
  events: Iterable<PendingEvent>,
  wasThere: (pk: string) => boolean,
): NetChange[] {
  const rows = new Map<string, RowHistory>();
  for (const [pk, col, old, val] of events) {
    let row = rows.get(pk);
    if (row === undefined) {
      row = { appeared: col === '+', present: true, fields: new Map(), before: null };
      rows.set(pk, row);
    }
    if (col === '+') row.present = true;
    else if (col === '-') recordDelete(row, old as string);
    else recordField(row, col, old, val);
  }
  const changes: NetChange[] = [];
  for (const [pk, row] of rows) {
    const change = foldRow(table, pk, row, wasThere);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function recordDelete(row: RowHistory, old: string): void {
  row.present = false;
  if (row.appeared || row.before !== null) return;
  row.before = row.fields.size === 0 ? old : withOriginalValues(old, row.fields);
  row.fields = new Map();
}

/** The delete trigger saw the row as the transaction had already changed it; put the first values back. */
function withOriginalValues(json: string, fields: ReadonlyMap<string, FieldChange>): string {
  const content = JSON.parse(json) as Record<string, SqlValue>;
  for (const [column, change] of fields) content[column] = change.old;
  return JSON.stringify(content);
}

function recordField(row: RowHistory, col: string, old: SqlValue, val: SqlValue): void {
  // The content of a new or remade row is read from the file at the end.
  if (row.appeared || row.before !== null) return;
  const first = row.fields.get(col);
  row.fields.set(col, { old: first === undefined ? old : first.old, val });
}

function foldRow(
  table: CapturedTable,
  pk: string,
  row: RowHistory,
  wasThere: (pk: string) => boolean,
): NetChange | null {
  if (row.appeared) {
    if (!row.present) return null;
    return wasThere(pk) ? { kind: 'remade', pk, old: null } : { kind: 'insert', pk };
  }
  if (!row.present) return { kind: 'delete', pk, old: row.before ?? '{}' };
  if (row.before !== null) return { kind: 'remade', pk, old: row.before };
  const fields = keepChangedGroups(table, row.fields);
  return fields.size === 0 ? null : { kind: 'update', pk, fields };
}

/** Drops fields that ended where they began, except beside a partner of their atomic group that did change. */
export function keepChangedGroups(
  table: CapturedTable,
  fields: ReadonlyMap<string, FieldChange>,
): ReadonlyMap<string, FieldChange> {
  const kept = new Map<string, FieldChange>();
  for (const [column, change] of fields) {
    const group = table.groups.get(column) ?? [column];
    const changed = group.some((member) => {
      const partner = fields.get(member);
      return partner !== undefined && partner.old !== partner.val;
    });
    if (changed) kept.set(column, change);
  }
  return kept;
}
