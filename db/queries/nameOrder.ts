/** What has an order by name; the keys are kept by the search index (db/repositories/searchIndex.ts). */
export type NamedEntity = 'opportunity' | 'account' | 'contact' | 'lead' | 'member' | 'competitor' | 'productLine';

/**
 * SQL of the key by which a record is ordered by name: 汉字 by pinyin among Latin letters (sortKey.ts). `id` is an
 * expression; null for a record in the trash.
 */
export const nameKey = (entity: NamedEntity, id: string): string =>
  `(SELECT byName.sortKey FROM searchDoc byName WHERE byName.entity = '${entity}' AND byName.entityId = ${id})`;

/** SQL of an order by name, ties by id. */
export const byName = (entity: NamedEntity, id: string): string => `${nameKey(entity, id)} NULLS LAST, ${id}`;
