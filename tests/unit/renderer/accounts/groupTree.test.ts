import { expect, test } from 'vitest';
import { type GroupMember, groupRows } from '#renderer/features/accounts/groupTree.ts';

const member = (id: string, parentId: string | null, openAmountMinor: number): GroupMember => ({
  id,
  name: id,
  parentId,
  openAmountMinor,
  openDeals: 1,
});

test('parents stand before their children, and each sum holds everything below', () => {
  const rows = groupRows([
    member('leaf', 'middle', 5),
    member('root', null, 1),
    member('middle', 'root', 3),
    member('sibling', 'root', 10),
  ]);
  expect(rows.map(({ id, depth, sumMinor }) => [id, depth, sumMinor])).toEqual([
    ['root', 0, 19],
    ['middle', 1, 8],
    ['leaf', 2, 5],
    ['sibling', 1, 10],
  ]);
});

test('a member whose parent is not in the list stands at the top instead of being lost', () => {
  expect(groupRows([member('branch', 'elsewhere', 7)])).toMatchObject([{ id: 'branch', depth: 0, sumMinor: 7 }]);
});
