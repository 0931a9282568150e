import { storedRow } from '#db/repositories/imports/importRecords.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import type { ImportState, JoinedRow } from './importState.ts';
import { resolveReference } from './references.ts';
import type { ReadRow } from './rowReader.ts';
import { stableId } from './stableId.ts';
import { defined, keyOf, repeated, type RowSource } from './rowSource.ts';

const ROLES: readonly (readonly [string, RegExp])[] = [
  ['admin', /admin|管理员/iu],
  ['coach', /coach|教练/iu],
  ['manager', /manager|director|head|lead|经理|主管|总监|负责人/iu],
];

/** Members with their managers and teams. Managers may stand below those they manage, so they are joined at the end. */
export function importMembers(state: ImportState, source: RowSource): void {
  const reporting: { row: JoinedRow; manager: string }[] = [];
  for (const row of source.rows()) {
    const { values } = row;
    const name = values.name;
    if (name === undefined) {
      source.refuse(row, 'name');
      continue;
    }
    const key = keyOf(state, values.externalId, foldName(String(name)));
    if (repeated(state, 'member', key, row)) continue;
    const { id, outcome } = state.upsert({
      entity: 'member',
      table: 'member',
      key,
      matchedId: state.namesOf('member').exact(String(name)),
      place: row.place,
      title: String(name),
      proposed: defined({ name, email: values.email, role: roleOf(values.role) }),
      custom: row.custom,
      defaults: { createdAt: values.createdAt ?? state.deps.now },
    });
    if (id === null) continue;
    state.namesOf('member').add(id, String(name), true);
    if (values.team !== undefined) joinTeam(state, id, row);
    if (values.manager !== undefined) {
      const joined: JoinedRow = {
        entity: 'member',
        table: 'member',
        id,
        outcome,
        place: row.place,
        title: String(name),
      };
      reporting.push({ row: joined, manager: String(values.manager) });
    }
  }
  joinManagers(state, reporting);
}

function roleOf(text: string | number | undefined): string | undefined {
  if (text === undefined) return undefined;
  return ROLES.find(([, pattern]) => pattern.test(String(text)))?.[0] ?? 'seller';
}

function joinTeam(state: ImportState, memberId: string, row: ReadRow): void {
  const teamId = resolveReference(state, 'team', row.values.team);
  if (teamId === null) return;
  state.insertOnce('teamMember', { id: stableId('teamMember', teamId, memberId), teamId, memberId });
}

/** A manager who is nobody else in the files becomes a member too, in the role of a manager. */
function joinManagers(state: ImportState, reporting: readonly { row: JoinedRow; manager: string }[]): void {
  const { db, sink } = state.deps;
  const promoted = new Set<string>();
  for (const { row, manager } of reporting) {
    const managerId = resolveReference(state, 'member', manager);
    if (managerId === null || managerId === row.id) continue;
    if (!promoted.has(managerId)) {
      promoted.add(managerId);
      const stored = storedRow(db, 'member', managerId);
      // In a dry run a new manager is not stored; then there is nothing to compare and nothing to count.
      if (!stored || stored.role === 'seller') sink.update('member', managerId, { role: 'manager' });
    }
    state.joinLater(row, { managerId });
  }
}
