import type { ReadDb, SqlValue } from '#db/handles.ts';

/** A statement that was run, with how SQLite carries it out. */
export interface PlannedStatement {
  readonly sql: string;
  /** The steps as EXPLAIN QUERY PLAN names them. */
  readonly steps: readonly string[];
}

/** Runs something on a connection and returns the plan of every statement that it ran. */
export function plansOf(db: ReadDb, run: (db: ReadDb) => unknown): PlannedStatement[] {
  const statements: PlannedStatement[] = [];
  const planned = (sql: string, params: readonly SqlValue[]) => {
    const rows = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params);
    statements.push({ sql, steps: rows.map((row) => row.detail) });
  };
  const recorder = {
    all: (sql: string, ...params: SqlValue[]) => {
      planned(sql, params);
      return db.all(sql, ...params);
    },
    get: (sql: string, ...params: SqlValue[]) => {
      planned(sql, params);
      return db.get(sql, ...params);
    },
    iterate: (sql: string, ...params: SqlValue[]) => {
      planned(sql, params);
      return db.iterate(sql, ...params);
    },
  };
  run(recorder as unknown as ReadDb);
  return statements;
}

/** Steps that read a whole table row by row, where an index alone would not do; derived tables are no tables. */
export function fullScans(statements: readonly PlannedStatement[], tables: readonly string[]): string[] {
  return statements.flatMap(({ sql, steps }) => {
    const names = new Map<string, string>();
    for (const [, table, alias] of sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/g)) {
      if (table !== undefined) names.set(alias ?? table, table).set(table, table);
    }
    return steps.filter((step) => {
      const scanned = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX)?/.exec(step);
      const table = names.get(scanned?.[1] ?? '');
      return table !== undefined && tables.includes(table) && !step.includes('INDEX');
    });
  });
}
