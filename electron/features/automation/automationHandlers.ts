import { firingsOfDeal, firingsOfRule } from '#db/queries/automation/firings.ts';
import type { automationContract } from '#shared/contract/automation.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { dryRun } from './dryRun.ts';
import { listRules } from './listRules.ts';
import { removeRule, reorderRule, saveRule, setRuleEnabled } from './saveRule.ts';

/** Everything behind `automation.*`. */
export const automationHandlers = {
  list: listRules,
  save: saveRule,
  setEnabled: setRuleEnabled,
  reorder: reorderRule,
  remove: removeRule,
  dryRun,
  firings: ({ db }, input) => {
    const rows =
      'ruleId' in input
        ? firingsOfRule(db, input.ruleId, input.limit)
        : firingsOfDeal(db, input.opportunityId, input.limit);
    return ok(
      rows.map((row) => ({
        id: row.id,
        rule: { id: row.ruleId, name: row.ruleName },
        opportunity: { id: row.opportunityId, name: row.opportunityName },
        at: row.at,
      })),
    );
  },
} satisfies HandlersFor<typeof automationContract>;
