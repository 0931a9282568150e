import type { ReadDb } from '../handles.ts';

/** The one row of `workspace`. */
export interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly createdAt: number;
}

/** The workspace's own row; undefined in a file that was never filled. */
export function workspaceRow(db: ReadDb): WorkspaceRow | undefined {
  return db.get<WorkspaceRow>('SELECT id, name, currency, timeZone, createdAt FROM workspace LIMIT 1');
}

/** How many live records there are; counted from the narrowest indexes. */
export function workspaceCounts(db: ReadDb): { opportunities: number; accounts: number; activities: number } {
  const one = (sql: string) => db.get<{ n: number }>(sql)?.n ?? 0;
  return {
    opportunities: one('SELECT count(*) AS n FROM opportunity WHERE removedAt IS NULL'),
    accounts: one('SELECT count(*) AS n FROM account WHERE removedAt IS NULL'),
    activities: one('SELECT count(*) AS n FROM activity WHERE removedAt IS NULL'),
  };
}

/** A setting of this device inside the workspace file, or null. */
export function localSetting(db: ReadDb, key: string): string | null {
  return db.get<{ value: string }>('SELECT value FROM localSetting WHERE key = ?', key)?.value ?? null;
}
