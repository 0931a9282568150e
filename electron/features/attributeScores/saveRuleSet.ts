import type { ReadDb } from '#db/handles.ts';
import { attributeSetRow, attributeSetRows } from '#db/queries/scoring/attributeRuleSets.ts';
import { addRuleSet, changeRuleSet } from '#db/repositories/scoringAttributes.ts';
import { allAttributeTemplates } from '#resources/templates/attributes/allAttributeTemplates.ts';
import type { AttributeRules } from '#shared/contract/attributeRules.ts';
import type { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { textIn } from '#shared/domain/processes/processTemplate.ts';
import { instantiateRules } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import { isSavable } from '#shared/domain/scoring/attributes/judgeRules.ts';
import { readRules } from '#shared/domain/scoring/attributes/readRules.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { problemsOf, revisionOf } from './loadRuleSets.ts';
import { rescoreAfter } from './rescoreAttributesJob.ts';

type Contract = typeof attributeScoreContract;

/** Saves a set when it can work; the records are scored anew before the answer. */
export const saveRuleSet: Handler<Contract['save']> = (context, { id: knownId, name, body, expected }) =>
  rescoreAfter(
    context,
    context.write('attributeScore.save', (db): Answer<Contract['save']> => {
      const row = knownId === undefined ? undefined : attributeSetRow(db, knownId);
      if (knownId !== undefined && row === undefined)
        return err({ type: 'notFound', entity: 'scoreRuleSet', id: knownId });
      if (row !== undefined && readRules(row.body) === null) return err({ type: 'newerRules' });
      if (row !== undefined && expected !== undefined && revisionOf(row) !== expected)
        return err({ type: 'changedMeanwhile' });
      const id = knownId ?? context.newId();
      const tidy = inOrderOfNumbers(body);
      const problems = problemsOf(db, { id, name, body: tidy });
      if (!isSavable(problems)) return err({ type: 'attributeProblems', problems });
      const kept = { name: name.trim(), body: JSON.stringify(tidy) };
      if (row === undefined) addRuleSet(db, { id, kind: 'attribute', ...kept, createdAt: context.now });
      else changeRuleSet(db, id, kept);
      return ok({ id, revision: revisionOf(kept) });
    }),
  );

/** Bands lie in the order of their numbers, however they were entered. */
const inOrderOfNumbers = (body: AttributeRules): AttributeRules => ({
  ...body,
  criteria: body.criteria.map((criterion) =>
    criterion.earns.kind === 'values'
      ? criterion
      : {
          ...criterion,
          earns: {
            ...criterion.earns,
            bands: criterion.earns.bands.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity)),
          },
        },
  ),
});

/** Adds the rules of a template; a name that is taken already gets a number. */
export const addFromTemplate: Handler<Contract['addFromTemplate']> = (context, { templateKey, language }) => {
  const template = allAttributeTemplates.find(({ key }) => key === templateKey);
  if (template === undefined) return err({ type: 'unknownTemplate' });
  return rescoreAfter(
    context,
    context.write('attributeScore.addFromTemplate', (db): Answer<Contract['addFromTemplate']> => {
      const id = context.newId();
      addRuleSet(db, {
        id,
        kind: 'attribute',
        name: freeName(db, textIn(template.name, language)),
        industry: template.key,
        body: JSON.stringify(instantiateRules(template, language)),
        createdAt: context.now,
      });
      return ok({ id });
    }),
  );
};

/** A copy under another name. */
export const duplicateRuleSet: Handler<Contract['duplicate']> = (context, { id: fromId, name }) =>
  rescoreAfter(
    context,
    context.write('attributeScore.duplicate', (db): Answer<Contract['duplicate']> => {
      const row = attributeSetRow(db, fromId);
      if (row === undefined) return err({ type: 'notFound', entity: 'scoreRuleSet', id: fromId });
      if (readRules(row.body) === null) return err({ type: 'newerRules' });
      const id = context.newId();
      const { industry, body } = row;
      addRuleSet(db, { id, kind: 'attribute', name: name.trim(), industry, body, createdAt: context.now });
      return ok({ id });
    }),
  );

/** Moves a set to the trash. */
export const removeRuleSet: Handler<Contract['remove']> = (context, { id }) =>
  rescoreAfter(
    context,
    context.write('attributeScore.remove', (db): Answer<Contract['remove']> => {
      if (attributeSetRow(db, id) === undefined) return err({ type: 'notFound', entity: 'scoreRuleSet', id });
      changeRuleSet(db, id, { removedAt: context.now });
      return ok({});
    }),
  );

function freeName(db: ReadDb, wanted: string): string {
  const names = new Set(attributeSetRows(db).map(({ name }) => name));
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
