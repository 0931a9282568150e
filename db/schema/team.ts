import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, flag, id, json, removedAt, words } from './columns.ts';

/** The workspace itself: exactly one row. */
export const workspace = sqliteTable('workspace', {
  id: id(),
  name: words(),
  /** Currency that sums are shown in. */
  currency: words('CNY'),
  /** IANA zone in which days begin and end for this team. */
  timeZone: words('Asia/Shanghai'),
  industry: words(),
  createdAt: createdAt(),
});

/** A person who works in this workspace. */
export const member = sqliteTable('member', {
  id: id(),
  name: words(),
  email: words(),
  /** seller | manager | coach | admin */
  role: words('seller'),
  managerId: text(),
  active: flag(1),
  /** Unmapped columns of imports, as one JSON object. */
  custom: json('{}'),
  createdAt: createdAt(),
});

export const team = sqliteTable('team', {
  id: id(),
  name: words(),
  parentId: text(),
  createdAt: createdAt(),
  removedAt: removedAt(),
});

export const teamMember = sqliteTable('teamMember', {
  id: id(),
  teamId: text().references(() => team.id),
  memberId: text().references(() => member.id),
});

/** Settings of the whole team; the id is the key. Personal settings live in `localSetting`. */
export const setting = sqliteTable('setting', { id: id(), value: json('null') });

export const savedView = sqliteTable('savedView', {
  id: id(),
  /** board | list | timeline | accounts | funnel */
  screen: words(),
  name: words(),
  ownerId: text().references(() => member.id),
  shared: flag(0),
  /** The URL search state that the view restores. */
  state: json('{}'),
  createdAt: createdAt(),
  removedAt: removedAt(),
});
