import {
  mapCandidates,
  mapDeal,
  type RelationRow,
  relationsOf,
  type StakeholderRow,
  stakeholdersOf,
} from '#db/queries/powerMap/stakeholders.ts';
import {
  type powerMapContract,
  type RelationEdge,
  relationKindSchema,
  type StakeholderNode,
} from '#shared/contract/powerMap.contract.ts';
import { stakeholderFields } from '#shared/domain/powerMap/stakeholderFields.ts';
import { err, ok } from '#shared/lib/result.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import type { Handler } from '../../ipc/handler.ts';

/** Contacts of the last 90 days count as effort. */
const EFFORT_MS = 90 * DAY_MS;

/** The people of a deal's decision with the lines between them, and who could still be added. */
export const getPowerMap: Handler<(typeof powerMapContract)['get']> = ({ db, now }, { opportunityId }) => {
  const deal = mapDeal(db, opportunityId);
  if (!deal) return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
  return ok({
    opportunity: { id: deal.id, name: deal.name },
    account: deal.accountId === null ? null : { id: deal.accountId, name: deal.accountName ?? '' },
    stakeholders: stakeholdersOf(db, opportunityId, now - EFFORT_MS, now).map(toNode),
    relations: relationsOf(db, opportunityId).flatMap(toEdge),
    candidates: mapCandidates(db, opportunityId),
  });
};

function toNode(row: StakeholderRow): StakeholderNode {
  return {
    ...stakeholderFields(row),
    id: row.id,
    contact: row.contactId === null ? null : { id: row.contactId, name: row.contactName ?? '' },
    title: row.title,
    departmentShown: row.department || row.contactDepartment,
    lastTouchAt: row.lastTouchAt,
    touches90: row.touches90,
  };
}

/** A kind of line that only a newer program knows is left out: drawn as another kind it would say something false. */
function toEdge({ confirmed, kind, strength, ...row }: RelationRow): RelationEdge[] {
  const known = relationKindSchema.safeParse(kind);
  if (!known.success) return [];
  const given = strength !== null && strength >= 1 && strength <= 3 ? strength : null;
  return [{ ...row, kind: known.data, strength: given, confirmed: confirmed === 1 }];
}
