import { missingReference } from '#db/queries/missingReference.ts';
import { mapDeal, type MapDeal, stakeholderOfContact, stakeholderPlace } from '#db/queries/powerMap/stakeholders.ts';
import { addContact } from '#db/repositories/contacts.ts';
import {
  addRelation,
  addStakeholder,
  changeStakeholder,
  type StakeholderPatch,
  trashStakeholder,
} from '#db/repositories/powerMap.ts';
import type { WriteDb } from '#db/handles.ts';
import type { ParsedInputOf } from '#shared/contract/operation.ts';
import type { powerMapContract, StakeholderFields } from '#shared/contract/powerMap.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { IsoDate } from '#shared/lib/time.ts';
import type { Answer, CommandContext, Handler } from '../../ipc/handler.ts';

type Contract = typeof powerMapContract;
type AddInput = ParsedInputOf<Contract['add']>;

/** Puts a known contact, a new person or a vacant role on a map, under a superior if one is named. */
export const addToMap: Handler<Contract['add']> = (context, input) =>
  context.write('powerMap.add', (db): Answer<Contract['add']> => {
    const { opportunityId, reportsToId, who } = input;
    const deal = mapDeal(db, opportunityId);
    if (!deal) return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
    if (reportsToId !== null && stakeholderPlace(db, reportsToId)?.opportunityId !== opportunityId) {
      return err({ type: 'notFound', entity: 'stakeholder', id: reportsToId });
    }
    if ('contactId' in who) {
      const missing = missingReference(db, [{ entity: 'contact', id: who.contactId }]);
      if (missing) return err({ type: 'notFound', ...missing });
      const stakeholderId = stakeholderOfContact(db, opportunityId, who.contactId);
      if (stakeholderId !== undefined) return err({ type: 'alreadyOnMap', stakeholderId });
    }
    const contactId = contactOf(context, db, deal, who);
    const id = context.newId();
    addStakeholder(db, {
      ...stored(input.fields, context.today),
      ...('vacantLabel' in who ? { vacantLabel: who.vacantLabel } : {}),
      id,
      opportunityId,
      contactId,
      createdAt: context.now,
    });
    if (reportsToId !== null) addSuperior(context, db, { opportunityId, fromId: id, toId: reportsToId });
    return ok({ id, contactId });
  });

/** Changes what is judged of somebody on a map; a new stance without date was judged today. */
export const updateOnMap: Handler<Contract['update']> = (context, { id, fields }) =>
  context.write('powerMap.update', (db): Answer<Contract['update']> => {
    const known = stakeholderPlace(db, id);
    if (!known) return err({ type: 'notFound', entity: 'stakeholder', id });
    const judged = fields.stance !== undefined && fields.stance !== known.stance;
    changeStakeholder(db, id, stored(fields, judged ? context.today : undefined));
    return ok({});
  });

/** Takes somebody off a map with the lines to them; the contact stays. */
export const removeFromMap: Handler<Contract['remove']> = (context, { id }) =>
  context.write('powerMap.remove', (db): Answer<Contract['remove']> => {
    if (!stakeholderPlace(db, id)) return err({ type: 'notFound', entity: 'stakeholder', id });
    trashStakeholder(db, id, context.now);
    return ok({});
  });

function contactOf(context: CommandContext, db: WriteDb, deal: MapDeal, who: AddInput['who']): string | null {
  if ('contactId' in who) return who.contactId;
  if (!('newPerson' in who)) return null;
  const id = context.newId();
  addContact(db, { ...who.newPerson, id, accountId: deal.accountId, createdAt: context.now });
  return id;
}

function addSuperior(
  context: CommandContext,
  db: WriteDb,
  line: { opportunityId: string; fromId: string; toId: string },
): void {
  // Whoever places a person under another states a fact of the organisation.
  addRelation(db, { ...line, id: context.newId(), kind: 'reportsTo', confirmed: 1, createdAt: context.now });
}

/** The fields as they lie in a row. A stance given without date gets `judgedOn`, if it is a judgement at all. */
function stored(fields: Partial<StakeholderFields>, judgedOn: IsoDate | undefined): StakeholderPatch {
  const { roles, ...plain } = fields;
  const dated = judgedOn !== undefined && fields.stance !== undefined && fields.stanceDate === undefined;
  return {
    ...plain,
    ...(roles === undefined ? {} : { roles: JSON.stringify([...new Set(roles)]) }),
    ...(dated ? { stanceDate: fields.stance === 'unknown' ? null : judgedOn } : {}),
  };
}
