import type { ReadDb } from '../../handles.ts';

/** Of these occasions the ones that the person was or will be told of, as `kind|key`. */
export function knownNotices(
  db: ReadDb,
  memberId: string,
  occasions: readonly { readonly kind: string; readonly key: string }[],
): Set<string> {
  const rows = db.all<{ name: string }>(
    `SELECT n.kind || '|' || n.key AS name FROM json_each(?) j
     CROSS JOIN notice n ON n.kind = j.value ->> 0 AND n.key = j.value ->> 1 AND n.memberId = ?`,
    JSON.stringify(occasions.map(({ kind, key }) => [kind, key])),
    memberId,
  );
  return new Set(rows.map((row) => row.name));
}
