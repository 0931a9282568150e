import type { ReadDb } from '../../handles.ts';
import type { ScoredKind } from './scoredRecords.ts';

/** Id of the model of a kind that is in use: the one activated last. */
export function modelInUseId(db: ReadDb, kind: ScoredKind): string | null {
  const row = db.get<{ id: string }>(
    `SELECT id FROM scoreModel WHERE kind = ? AND removedAt IS NULL AND activatedAt IS NOT NULL
     ORDER BY activatedAt DESC, id DESC LIMIT 1`,
    kind,
  );
  return row?.id ?? null;
}

/** What a model is, as JSON: its body and the report of its training. */
export function modelBody(db: ReadDb, id: string): { body: string; report: string } | undefined {
  return db.get('SELECT body, report FROM scoreModel WHERE id = ?', id);
}
