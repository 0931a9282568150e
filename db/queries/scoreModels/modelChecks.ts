import type { ReadDb } from '../../handles.ts';

/** A check as stored. */
export interface ModelCheckRow {
  readonly id: string;
  readonly modelId: string;
  readonly at: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly body: string;
}

/** The checks of a version, the newest first. */
export function modelChecks(db: ReadDb, modelId: string, limit: number): ModelCheckRow[] {
  return db.all<ModelCheckRow>(
    'SELECT id, modelId, at, fromDay, toDay, body FROM modelCheck WHERE modelId = ? ORDER BY at DESC, id DESC LIMIT ?',
    modelId,
    limit,
  );
}
