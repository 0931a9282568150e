import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { createdAt, id, json, removedAt, words } from './columns.ts';

/** Which record of which source a record came from; id = hash(source, entity, externalId). */
export const externalRef = sqliteTable(
  'externalRef',
  {
    id: id(),
    source: words(),
    entity: words(),
    externalId: words(),
    entityId: words(),
    createdAt: createdAt(),
  },
  (t) => [index('externalRef_byEntity').on(t.entity, t.entityId)],
);

/** Another spelling of a known value, e.g. GTXPro for the product GTX Pro. */
export const alias = sqliteTable(
  'alias',
  { id: id(), entity: words(), spelling: words(), entityId: words(), createdAt: createdAt(), removedAt: removedAt() },
  (t) => [index('alias_bySpelling').on(t.entity, t.spelling)],
);

/** A column mapping kept per source, proposed again next time. */
export const importMapping = sqliteTable('importMapping', {
  id: id(),
  name: words(),
  source: words(),
  mapping: json('{}'),
  createdAt: createdAt(),
  removedAt: removedAt(),
});
