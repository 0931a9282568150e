import type { ReadDb } from '#db/handles.ts';
import { recordNames } from '#db/queries/changes/recordNames.ts';
import { referencedTable } from '#db/schema/referencedTable.ts';

/** The name behind an id in a column, or null when the column holds a plain value or nothing is known by that id. */
export type NameOf = (table: string, column: string, value: unknown) => string | null;

/** Looks up the names of every id among these changed values, one statement per table they point to. */
export function nameResolver(
  db: ReadDb,
  values: readonly {
    readonly table: string;
    readonly field: string | null;
    readonly from: unknown;
    readonly to: unknown;
  }[],
): NameOf {
  const wanted = new Map<string, Set<string>>();
  for (const { table, field, from, to } of values) {
    const target = field === null ? null : referencedTable(table, field);
    if (target === null) continue;
    const ids = wanted.get(target) ?? new Set();
    for (const value of [from, to]) if (typeof value === 'string') ids.add(value);
    wanted.set(target, ids);
  }
  const names = new Map([...wanted].map(([table, ids]) => [table, recordNames(db, table, [...ids])]));
  return (table, column, value) => {
    const target = referencedTable(table, column);
    return target === null || typeof value !== 'string' ? null : (names.get(target)?.get(value) ?? null);
  };
}
