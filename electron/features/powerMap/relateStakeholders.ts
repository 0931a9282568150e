import { relationPlace, type RelationRow, relationsOf, stakeholderPlace } from '#db/queries/powerMap/stakeholders.ts';
import { addRelation, changeRelation, type RelationPatch, trashRelation } from '#db/repositories/powerMap.ts';
import type { ReadDb } from '#db/handles.ts';
import type { ErrorOf, ParsedInputOf } from '#shared/contract/operation.ts';
import type { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import { replacedRelations } from '#shared/domain/powerMap/replacedRelations.ts';
import { closesCircle } from '#shared/lib/closesCircle.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

type Contract = typeof powerMapContract;
type Input = ParsedInputOf<Contract['relate']>;

/**
 * Draws a line or changes one. A line that says the same between the same people is changed instead of doubled; a second
 * superior takes the place of the first.
 */
export const relateStakeholders: Handler<Contract['relate']> = (context, input) =>
  context.write('powerMap.relate', (db): Answer<Contract['relate']> => {
    const refusal = refusalOf(db, input);
    if (refusal) return err(refusal);
    const { fromId, toId, opportunityId, fields } = input;
    const others = relationsOf(db, opportunityId).filter((relation) => relation.id !== input.id);
    const replaced = replacedRelations(others, { kind: fields.kind, fromId, toId });
    const above = new Map(
      others
        .filter((relation) => relation.kind === 'reportsTo' && !replaced.includes(relation))
        .map((relation) => [relation.fromId, relation.toId]),
    );
    if (fields.kind === 'reportsTo' && closesCircle(fromId, toId, (id) => above.get(id)))
      return err({ type: 'circle' });
    const kept = input.id ?? replaced[0]?.id;
    for (const relation of replaced) if (relation.id !== kept) trashRelation(db, relation.id, context.now);
    if (kept === undefined) {
      const id = context.newId();
      // What is not said about a new line: that somebody reports to somebody is known, the rest is inferred.
      const confirmed = fields.confirmed ?? fields.kind === 'reportsTo';
      addRelation(db, { ...stored({ ...fields, confirmed }), id, opportunityId, fromId, toId, createdAt: context.now });
      return ok({ id });
    }
    changeRelation(db, kept, { ...stored(fields), fromId, toId });
    return ok({ id: kept });
  });

/** Takes a line away. */
export const unrelateStakeholders: Handler<Contract['unrelate']> = (context, { id }) =>
  context.write('powerMap.unrelate', (db): Answer<Contract['unrelate']> => {
    if (!relationPlace(db, id)) return err({ type: 'notFound', entity: 'stakeholderRelation', id });
    trashRelation(db, id, context.now);
    return ok({});
  });

function refusalOf(db: ReadDb, { id, opportunityId, fromId, toId }: Input): ErrorOf<Contract['relate']> | null {
  if (fromId === toId) return { type: 'toItself' };
  for (const end of [fromId, toId]) {
    const place = stakeholderPlace(db, end);
    if (!place) return { type: 'notFound', entity: 'stakeholder', id: end };
    if (place.opportunityId !== opportunityId) return { type: 'otherMap' };
  }
  if (id === undefined) return null;
  const line = relationPlace(db, id);
  if (!line) return { type: 'notFound', entity: 'stakeholderRelation', id };
  return line.opportunityId === opportunityId ? null : { type: 'otherMap' };
}

function stored({ confirmed, ...plain }: Partial<Input['fields']>): RelationPatch & Partial<Pick<RelationRow, 'kind'>> {
  return { ...plain, ...(confirmed === undefined ? {} : { confirmed: confirmed ? 1 : 0 }) };
}
