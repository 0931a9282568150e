import type { ReadDb } from '../../handles.ts';

/** A version of a model without its body. */
export interface ModelVersionRow {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly trainedAt: number;
  readonly trainedBy: string;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly verdict: string;
  readonly report: string;
  readonly note: string;
  readonly activatedAt: number | null;
  readonly removedAt: number | null;
}

const SELECTED = `SELECT v.id, v.kind, v.version, v.trainedAt, coalesce(m.name, '') AS trainedBy, v.fromDay, v.toDay,
    v.verdict, v.report, v.note, v.activatedAt, v.removedAt
  FROM scoreModel v LEFT JOIN member m ON m.id = v.trainedById`;

/** Every version of a kind, the newest first. */
export function modelVersions(db: ReadDb, kind: string): ModelVersionRow[] {
  return db.all<ModelVersionRow>(
    `${SELECTED} WHERE v.kind = ? AND v.removedAt IS NULL ORDER BY v.version DESC, v.id DESC`,
    kind,
  );
}

/** One version, or undefined. */
export function modelVersion(db: ReadDb, id: string): ModelVersionRow | undefined {
  return db.get<ModelVersionRow>(`${SELECTED} WHERE v.id = ? AND v.removedAt IS NULL`, id);
}

/** The version of a kind that is in use: the one that was activated last. */
export function modelInUse(
  db: ReadDb,
  kind: string,
): { readonly id: string; readonly activatedAt: number } | undefined {
  return db.get<{ id: string; activatedAt: number }>(
    `SELECT id, activatedAt FROM scoreModel WHERE kind = ? AND removedAt IS NULL AND activatedAt IS NOT NULL
     ORDER BY activatedAt DESC, id DESC LIMIT 1`,
    kind,
  );
}
