import type { ReadDb } from '../../handles.ts';

/** Whose points, of what, and how far back. */
export interface PointHistoryQuestion {
  readonly kind: string;
  readonly id: string;
  /** attribute | behaviour */
  readonly score: string;
  readonly asOf: number;
  readonly limit: number;
}

/** The points a record had up to a moment, newest first. */
export function pointHistoryOf(
  db: ReadDb,
  { kind, id, score, asOf, limit }: PointHistoryQuestion,
): { at: number; value: number | null; versionId: string | null; inputHash: string }[] {
  return db.all(
    `SELECT asOf AS at, value, versionId, inputHash FROM scoreHistory
     WHERE kind = ? AND entityId = ? AND score = ? AND asOf <= ? ORDER BY asOf DESC, rowid DESC LIMIT ?`,
    kind,
    id,
    score,
    asOf,
    limit,
  );
}
