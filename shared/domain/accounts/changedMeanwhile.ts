/** A plain field value as it is stored and as an editor saw it. */
export type FieldValue = string | number | null;

/**
 * The first field that holds neither what the editor saw (`expected`) nor what they want to write: somebody else's newer value
 * would be lost unseen. Null when the edit may go on. A field that the record does not have counts as null.
 */
export function changedMeanwhile(
  stored: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, FieldValue>> | undefined,
): { readonly type: 'changedMeanwhile'; readonly field: string; readonly now: FieldValue } | null {
  for (const [field, seen] of Object.entries(expected ?? {})) {
    const now = (stored[field] ?? null) as FieldValue;
    if (now !== seen && now !== wanted[field]) return { type: 'changedMeanwhile', field, now };
  }
  return null;
}
