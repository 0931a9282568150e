import { firedRules } from '#db/queries/automation/rules.ts';
import { processRow } from '#db/queries/pipeline/processes.ts';
import type { automationContract } from '#shared/contract/automation.contract.ts';
import { judgeRules } from '#shared/domain/automation/judgeRule.ts';
import { ok } from '#shared/lib/result.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import type { Handler } from '../../ipc/handler.ts';
import { knownRule } from './knownRules.ts';
import { loadRuleWorld } from './ruleWorld.ts';

const RECENT_DAYS = 30;

/** Every rule in order, with what is wrong with it and when it fired. */
export const listRules: Handler<typeof automationContract.list> = ({ db, now }) => {
  const world = loadRuleWorld(db);
  const problems = judgeRules(world);
  const fired = firedRules(db, now - RECENT_DAYS * DAY_MS);
  return ok(
    world.rows.map((row) => {
      const rule = knownRule(row);
      return {
        id: row.id,
        name: row.name,
        process: row.processId === null ? null : { id: row.processId, name: processRow(db, row.processId)?.name ?? '' },
        enabled: row.enabled === 1,
        body: rule === null ? null : { trigger: rule.trigger, conditions: rule.conditions, actions: rule.actions },
        problems: [...(problems.get(row.id) ?? [])],
        lastFiredAt: fired.get(row.id)?.lastAt ?? null,
        firedRecently: fired.get(row.id)?.recent ?? 0,
      };
    }),
  );
};
