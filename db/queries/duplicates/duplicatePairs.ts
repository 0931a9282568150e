import { type DuplicateEntity, duplicateKinds } from '#shared/domain/leads/duplicateKeys.ts';
import { CONTRADICTED, matchWeight } from '#shared/domain/leads/matchStrength.ts';
import type { ReadDb } from '../../handles.ts';
import { byName } from '../nameOrder.ts';

/** Two records that may be the same one. */
export interface DuplicatePair {
  readonly oneId: string;
  readonly otherId: string;
  readonly oneTitle: string;
  readonly otherTitle: string;
  /** 0..100 */
  readonly strength: number;
  /** Separated by spaces. */
  readonly kinds: string;
  /** Of all pages. */
  readonly total: number;
}

/**
 * A key that more records share than this is compared neighbour by neighbour instead of each with each: merging or dismissing
 * one pair brings up the next, and a hundred leads of one fair's address are not five thousand pairs.
 */
const EACH_WITH_EACH = 8;

const TITLE: Readonly<Record<DuplicateEntity, (alias: string) => string>> = {
  lead: (r) =>
    `iif(${r}.company = '' OR ${r}.personName = '', ${r}.company || ${r}.personName, ${r}.company || ' ' || ${r}.personName)`,
  account: (r) => `${r}.name`,
  contact: (r) => `${r}.name`,
};

/** One page of the pairs of at least this strength, strongest first; what a person judged not to be the same is left out. */
export function duplicatePairs(
  db: ReadDb,
  entity: DuplicateEntity,
  page: { readonly from: number; readonly offset: number; readonly limit: number },
): DuplicatePair[] {
  const weights = duplicateKinds.map((kind) => `WHEN '${kind}' THEN ${matchWeight(kind, entity, entity)}`).join(' ');
  const same = 'b.kind = a.kind AND b.key = a.key AND b.entity = a.entity';
  const contradicted =
    entity === 'contact'
      ? '0'
      : "r.creditCode <> '' AND s.creditCode <> '' AND upper(r.creditCode) <> upper(s.creditCode)";
  return db.all<DuplicatePair>(
    `WITH shared AS MATERIALIZED (
       SELECT kind, key, count(*) AS n FROM duplicateKey INDEXED BY duplicateKey_byKey
       WHERE entity = ? AND kind NOT IN ('core', 'short') GROUP BY kind, key HAVING count(*) > 1
     ), hit AS (
       SELECT a.entityId AS oneId, b.entityId AS otherId, a.kind FROM shared g
       CROSS JOIN duplicateKey a ON a.kind = g.kind AND a.key = g.key AND a.entity = ?
       CROSS JOIN duplicateKey b ON ${same} AND b.entityId > a.entityId
       WHERE g.n <= ${EACH_WITH_EACH} OR b.entityId = (
         SELECT min(b.entityId) FROM duplicateKey b WHERE ${same} AND b.entityId > a.entityId)
       UNION
       SELECT min(a.entityId, b.entityId), max(a.entityId, b.entityId), a.kind FROM duplicateKey a
       CROSS JOIN duplicateKey b ON b.kind = 'name' AND b.key = a.key AND b.entity = a.entity AND b.entityId <> a.entityId
       WHERE a.entity = ? AND a.kind IN ('core', 'short')
     ), pair AS MATERIALIZED (
       SELECT oneId, otherId, min(100, max(CASE kind ${weights} END) + 3 * (count(*) - 1)) AS strength,
         group_concat(kind, ' ') AS kinds
       FROM hit GROUP BY oneId, otherId
     ), known AS MATERIALIZED (
       SELECT p.oneId, p.otherId, ${TITLE[entity]('r')} AS oneTitle, ${TITLE[entity]('s')} AS otherTitle, p.kinds,
         iif(${contradicted}, min(p.strength, ${CONTRADICTED}), p.strength) AS strength
       FROM pair p CROSS JOIN ${entity} r ON r.id = p.oneId CROSS JOIN ${entity} s ON s.id = p.otherId
       WHERE NOT EXISTS (SELECT 1 FROM notDuplicate n
         WHERE n.entity = ? AND n.oneId = p.oneId AND n.otherId = p.otherId AND n.removedAt IS NULL)
     )
     SELECT known.*, count(*) OVER () AS total FROM known WHERE strength >= ?
     ORDER BY strength DESC, ${byName(entity, 'oneId')}, otherId LIMIT ? OFFSET ?`,
    entity,
    entity,
    entity,
    entity,
    page.from,
    page.limit,
    page.offset,
  );
}
