import type { ReadDb } from '#db/handles.ts';
import {
  type DuplicateHit,
  duplicateHits,
  duplicatesShown,
  notDuplicatesOf,
} from '#db/queries/duplicates/duplicateMatches.ts';
import type { DuplicateMatch } from '#shared/contract/duplicate.contract.ts';
import {
  type DuplicateEntity,
  duplicateEntities,
  duplicateProbes,
  type Recognisable,
} from '#shared/domain/leads/duplicateKeys.ts';
import { CONTRADICTED, matchLevel, matchStrength, matchWeight } from '#shared/domain/leads/matchStrength.ts';

/**
 * Records that may be the same as what is given, strongest first: leads, accounts and contacts alike. `exceptId` is the record
 * itself when it is kept already; what a person judged not to be the same as it is left out.
 */
export function findDuplicates(
  db: ReadDb,
  entity: DuplicateEntity,
  record: Recognisable,
  { exceptId, limit }: { readonly exceptId?: string | undefined; readonly limit: number },
): DuplicateMatch[] {
  const hits = duplicateHits(db, duplicateProbes(entity, record));
  const dismissed = exceptId === undefined ? new Set<string>() : notDuplicatesOf(db, entity, exceptId);
  return duplicateEntities
    .flatMap((other) => matchesAmong(db, entity, other, record, hits))
    .filter(({ entity: other, id }) => other !== entity || (id !== exceptId && !dismissed.has(id)))
    .toSorted((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function matchesAmong(
  db: ReadDb,
  entity: DuplicateEntity,
  other: DuplicateEntity,
  record: Recognisable,
  hits: readonly DuplicateHit[],
): DuplicateMatch[] {
  const byId = Map.groupBy(
    hits.filter((hit) => hit.entity === other),
    (hit) => hit.id,
  );
  return duplicatesShown(db, other, [...byId.keys()]).map(({ creditCode, ...shown }) => {
    const kinds = [...new Set((byId.get(shown.id) ?? []).map((hit) => hit.kind))];
    const together = matchStrength(kinds.map((kind) => matchWeight(kind, entity, other)));
    const strength = contradict(record.creditCode, creditCode) ? Math.min(together, CONTRADICTED) : together;
    return { entity: other, ...shown, strength, level: matchLevel(strength), kinds };
  });
}

const contradict = (one: string | undefined, other: string): boolean =>
  one !== undefined && one !== '' && other !== '' && one.trim().toUpperCase() !== other.trim().toUpperCase();
