/** Records of one account that began within this time belong together: lots of one tender, sites of one order. */
const SIBLING_MS = 7 * 86_400_000;

interface Sibling {
  readonly id: string;
  readonly parentId: string | null;
  readonly createdAt: number;
}

/** The group of each record: the first of its account that began at most a week before it. Those of no account stand alone. */
export function siblingGroups(records: readonly Sibling[]): Map<string, string> {
  const groups = new Map<string, string>();
  const first = new Map<string, Sibling>();
  const inOrder = records.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  for (const record of inOrder) {
    const before = record.parentId === null ? undefined : first.get(record.parentId);
    const joins = before !== undefined && record.createdAt - before.createdAt <= SIBLING_MS;
    if (!joins && record.parentId !== null) first.set(record.parentId, record);
    groups.set(record.id, joins ? before.id : record.id);
  }
  return groups;
}
