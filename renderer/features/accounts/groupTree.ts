/** A member of a group of companies. */
export interface GroupMember {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly openAmountMinor: number;
  readonly openDeals: number;
}

/** The group as indented rows, parents before children; the sum is the member's own and everything below it. */
export function groupRows(
  members: readonly GroupMember[],
): readonly (GroupMember & { depth: number; sumMinor: number })[] {
  const known = new Set(members.map(({ id }) => id));
  const children = Map.groupBy(members, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const rows: (GroupMember & { depth: number; sumMinor: number })[] = [];
  const visit = (member: GroupMember, depth: number): number => {
    const row = { ...member, depth, sumMinor: member.openAmountMinor };
    rows.push(row);
    for (const child of children.get(member.id) ?? []) row.sumMinor += visit(child, depth + 1);
    return row.sumMinor;
  };
  for (const root of children.get(null) ?? []) visit(root, 0);
  return rows;
}
