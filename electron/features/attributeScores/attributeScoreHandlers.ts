import type { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { getRuleSet, listRuleSets, listTemplates } from './listRuleSets.ts';
import { listFields, listValues, previewRules } from './previewRules.ts';
import { addFromTemplate, duplicateRuleSet, removeRuleSet, saveRuleSet } from './saveRuleSet.ts';
import { scoreOfRecord } from './scoreOfRecord.ts';

/** Everything behind `attributeScore.*`. */
export const attributeScoreHandlers = {
  sets: listRuleSets,
  set: getRuleSet,
  templates: listTemplates,
  save: saveRuleSet,
  addFromTemplate,
  duplicate: duplicateRuleSet,
  remove: removeRuleSet,
  preview: previewRules,
  fields: listFields,
  values: listValues,
  ofRecord: scoreOfRecord,
} satisfies HandlersFor<typeof attributeScoreContract>;
