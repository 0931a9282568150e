import { factsOf } from '#db/queries/scoring/attributeFacts.ts';
import { getRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { chooseRules } from '#shared/domain/scoring/attributes/chooseRules.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { heldRules } from './loadRuleSets.ts';

const NOTHING = { record: null, set: null, figure: null, parts: [], caps: [] };

/** The score of one record from its facts as they are; a deal has that of its account. */
export const scoreOfRecord: Handler<typeof attributeScoreContract.ofRecord> = ({ db }, asked) => {
  let { entity, id } = asked;
  if (entity === 'opportunity') {
    const deal = getRow(db, opportunity, id);
    if (!deal || deal.removedAt !== null) return err({ type: 'notFound', entity, id });
    if (deal.accountId === null) return ok(NOTHING);
    entity = 'account';
    id = deal.accountId;
    // An account in the trash scores nothing, and the deal is still there.
    if (factsOf(db, entity, id) === undefined) return ok(NOTHING);
  }
  const facts = factsOf(db, entity, id);
  if (facts === undefined) return err({ type: 'notFound', entity, id });
  const record = { entity, id, name: facts.name };
  const rules = chooseRules(heldRules(db))(facts.industry);
  if (rules === null) return ok({ ...NOTHING, record });
  const { figure, parts, caps } = rules.explain(facts);
  return ok({ record, set: { id: rules.id, name: rules.name }, figure, parts: [...parts], caps: [...caps] });
};
