import { hash } from 'node:crypto';
import { type AttributeSetRow, attributeSetRows } from '#db/queries/scoring/attributeRuleSets.ts';
import type { ReadDb } from '#db/handles.ts';
import type { AttributeProblem } from '#shared/contract/attributeRules.ts';
import { judgeRules, type OtherRules } from '#shared/domain/scoring/attributes/judgeRules.ts';
import type { NamedRules } from '#shared/domain/scoring/attributes/chooseRules.ts';
import { readableRules, readRules } from '#shared/domain/scoring/attributes/readRules.ts';

let held: { readonly key: string; readonly sets: NamedRules[] } | null = null;

/** The sets that can be read, the same objects as long as the rows stay the same. */
export function heldRules(db: ReadDb): readonly NamedRules[] {
  const rows = attributeSetRows(db);
  const key = JSON.stringify(rows);
  if (held?.key !== key) held = { key, sets: readableRules(rows) };
  return held.sets;
}

/** What stands for a set as it was seen. */
export const revisionOf = ({ name, body }: Pick<AttributeSetRow, 'name' | 'body'>): string =>
  hash('sha256', `${name}\n${body}`, 'hex').slice(0, 24);

/** What is wrong with a draft beside the other sets of the workspace. */
export function problemsOf(db: ReadDb, draft: NamedRules): AttributeProblem[] {
  return judgeRules(draft, othersOf(attributeSetRows(db)));
}

/** Whom the sets are for, as far as they can be read. */
export const othersOf = (rows: readonly AttributeSetRow[]): OtherRules[] =>
  rows.flatMap(({ id, name, body }) => {
    const rules = readRules(body);
    return rules === null ? [] : [{ id, name, industries: rules.industries }];
  });
