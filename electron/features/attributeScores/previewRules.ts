import { attributeFields } from '#shared/contract/attributeRules.ts';
import type { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { type AttributeFacts, factOf, isAskedOf } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import { compareRules } from '#shared/domain/scoring/attributes/compareRules.ts';
import { numberIn } from '#shared/domain/scoring/attributes/levelOf.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { heldFacts } from './factBook.ts';
import { heldRules } from './loadRuleSets.ts';

type Contract = typeof attributeScoreContract;
/** Stands for a set that is not saved yet. */
const NEW = 'new';

/** What the workspace's own records would score by a draft. */
export const previewRules: Handler<Contract['preview']> = ({ db }, { name, body, ruleSetId }) => {
  const { account, lead, up, down } = compareRules(heldFacts(db), heldRules(db), {
    id: ruleSetId ?? NEW,
    name,
    body,
  });
  return ok({ account, lead, up: [...up], down: [...down] });
};

/** The fields that a criterion can look at, with how many records have something in them. */
export const listFields: Handler<Contract['fields']> = ({ db }) => {
  const facts = heldFacts(db);
  const records = { account: 0, lead: 0 };
  const known = new Map<string, { account: number; lead: number }>(
    attributeFields.map((field) => [field, { account: 0, lead: 0 }]),
  );
  for (const one of facts) {
    records[one.entity] += 1;
    for (const field of attributeFields) {
      if (isAskedOf(field, one.entity) && factOf(one, field) !== null) known.get(field)![one.entity] += 1;
    }
    for (const name of Object.keys(one.custom)) {
      if (factOf(one, `custom:${name}`) === null) continue;
      let own = known.get(`custom:${name}`);
      if (own === undefined) known.set(`custom:${name}`, (own = { account: 0, lead: 0 }));
      own[one.entity] += 1;
    }
  }
  return ok({ records, fields: [...known].map(([field, counts]) => ({ field, known: counts })) });
};

/** What stands in a field, most frequent first. */
export const listValues: Handler<Contract['values']> = ({ db }, { field, industries, limit }) => {
  const counts = new Map<string, number>();
  const numbers: number[] = [];
  for (const facts of asking(heldFacts(db), field, industries)) {
    const fact = factOf(facts, field);
    if (fact === null) continue;
    const value = String(fact);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    const number = typeof fact === 'number' ? fact : numberIn(fact);
    if (number !== null) numbers.push(number);
  }
  numbers.sort((a, b) => a - b);
  const at = (share: number): number => numbers[Math.round(share * (numbers.length - 1))]!;
  return ok({
    values: [...counts]
      .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([value, count]) => ({ value, count })),
    numbers: numbers.length === 0 ? null : [0, 0.25, 0.5, 0.75, 1].map(at),
  });
};

function asking(facts: readonly AttributeFacts[], field: string, industries: readonly string[]): AttributeFacts[] {
  const words = industries.map(foldName).filter((word) => word !== '');
  const isFor = (industry: string): boolean => {
    const folded = foldName(industry);
    return words.length === 0 || words.some((word) => folded.includes(word));
  };
  return facts.filter(({ entity, industry }) => isAskedOf(field, entity) && isFor(industry));
}
