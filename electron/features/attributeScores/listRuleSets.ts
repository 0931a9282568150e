import { attributeSetRow, attributeSetRows, scoredBySet } from '#db/queries/scoring/attributeRuleSets.ts';
import { allAttributeTemplates } from '#resources/templates/attributes/allAttributeTemplates.ts';
import type { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { inOrder } from '#shared/domain/scoring/attributes/chooseRules.ts';
import { judgeRules } from '#shared/domain/scoring/attributes/judgeRules.ts';
import { readRules } from '#shared/domain/scoring/attributes/readRules.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { othersOf, problemsOf, revisionOf } from './loadRuleSets.ts';

/** Every set in the order in which they are asked, with how many records each scores. */
export const listRuleSets: Handler<typeof attributeScoreContract.sets> = ({ db }) => {
  const rows = attributeSetRows(db);
  const others = othersOf(rows);
  const counts = scoredBySet(db);
  const scored = (id: string, entity: string): number =>
    counts.find((row) => row.ruleSetId === id && row.entity === entity)?.count ?? 0;
  return ok(
    inOrder(rows).map(({ id, name, industry, body }) => {
      const rules = readRules(body);
      return {
        id,
        name,
        template: industry,
        industries: [...(rules?.industries ?? [])],
        criteria: rules?.criteria.length ?? 0,
        scored: { account: scored(id, 'account'), lead: scored(id, 'lead') },
        problems: rules === null ? [] : judgeRules({ id, name, body: rules }, others),
        readable: rules !== null,
      };
    }),
  );
};

/** One set with its rules and what is wrong with them. */
export const getRuleSet: Handler<typeof attributeScoreContract.set> = ({ db }, { id }) => {
  const row = attributeSetRow(db, id);
  if (row === undefined) return err({ type: 'notFound', entity: 'scoreRuleSet', id });
  const body = readRules(row.body);
  if (body === null) return err({ type: 'newerRules' });
  const { name, industry } = row;
  return ok({
    id,
    name,
    template: industry,
    body,
    revision: revisionOf(row),
    problems: problemsOf(db, { id, name, body }),
  });
};

/** What comes with the program. */
export const listTemplates: Handler<typeof attributeScoreContract.templates> = () =>
  ok(
    allAttributeTemplates.map(({ key, name: [chinese, english], criteria }) => ({
      key,
      name: { 'zh-CN': chinese, en: english },
      criteria: criteria.length,
    })),
  );
