import type { ReadDb } from '../handles.ts';
import { byName } from './nameOrder.ts';

/** A person of the workspace as stored. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly active: number;
  readonly managerId: string | null;
}

/** Everybody, active ones first, by name. */
export function allMembers(db: ReadDb): MemberRow[] {
  return db.all<MemberRow>(
    `SELECT m.id, m.name, m.email, m.role, m.active, m.managerId FROM member m
     ORDER BY m.active DESC, ${byName('member', 'm.id')}`,
  );
}

/** One person, or undefined. */
export function memberById(db: ReadDb, id: string): MemberRow | undefined {
  return db.get<MemberRow>('SELECT id, name, email, role, active, managerId FROM member WHERE id = ?', id);
}
