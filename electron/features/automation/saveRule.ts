import type { WriteDb } from '#db/handles.ts';
import { type RankedRuleRow, ruleRow } from '#db/queries/automation/rules.ts';
import { addRule, changeRule } from '#db/repositories/automation.ts';
import type { automationContract } from '#shared/contract/automation.contract.ts';
import { judgeRule } from '#shared/domain/automation/judgeRule.ts';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { rankBetween, ranksBetween } from '#shared/lib/rank.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { knownRule } from './knownRules.ts';
import { loadRuleWorld } from './ruleWorld.ts';

/** Saves a rule, new or known, when it can work; otherwise every problem with its place and nothing saved. */
export const saveRule: Handler<typeof automationContract.save> = (context, { id: knownId, ...body }) =>
  context.write('automation.save', (db): Answer<typeof automationContract.save> => {
    const known = knownId === undefined ? undefined : ruleRow(db, knownId);
    if (knownId !== undefined && known === undefined)
      return err({ type: 'notFound', entity: 'automationRule', id: knownId });
    if (known !== undefined && knownRule(known) === null) return err({ type: 'newerRule' });
    const id = knownId ?? context.newId();
    const world = loadRuleWorld(db);
    const problems = judgeRule({ id, ...body }, world);
    if (problems.length > 0) return err({ type: 'ruleProblems', problems: plain(problems) });
    const row = {
      name: body.name,
      processId: body.processId,
      enabled: body.enabled ? 1 : 0,
      trigger: JSON.stringify(body.trigger),
      conditions: JSON.stringify(body.conditions),
      actions: JSON.stringify(body.actions),
    };
    if (known === undefined) {
      const rank = rankBetween(world.rows.at(-1)?.rank ?? null, null);
      addRule(db, { id, ...row, rank, createdAt: context.now });
    } else changeRule(db, id, row);
    return ok({ id });
  });

/** Switches a rule on or off. One that could not be saved as it is now cannot be switched on either. */
export const setRuleEnabled: Handler<typeof automationContract.setEnabled> = (context, { id, enabled }) =>
  context.write('automation.setEnabled', (db): Answer<typeof automationContract.setEnabled> => {
    const row = ruleRow(db, id);
    if (row === undefined) return err({ type: 'notFound', entity: 'automationRule', id });
    const rule = knownRule(row);
    if (enabled && rule !== null) {
      const problems = judgeRule({ ...rule, enabled: true }, loadRuleWorld(db));
      if (problems.length > 0) return err({ type: 'ruleProblems', problems: plain(problems) });
    }
    changeRule(db, id, { enabled: enabled ? 1 : 0 });
    return ok({});
  });

/** Puts a rule behind another one, or at the top. */
export const reorderRule: Handler<typeof automationContract.reorder> = (context, { id, afterId }) =>
  context.write('automation.reorder', (db): Answer<typeof automationContract.reorder> => {
    const rows = loadRuleWorld(db).rows;
    const others = rows.filter((row) => row.id !== id);
    const place = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1;
    if (others.length === rows.length) return err({ type: 'notFound', entity: 'automationRule', id });
    if (afterId !== null && place === 0) return err({ type: 'notFound', entity: 'automationRule', id: afterId });
    const before = others[place - 1]?.rank ?? null;
    const after = others[place]?.rank ?? null;
    const rank = rankBetween(before, after);
    if ((before === null || rank > before) && (after === null || rank < after)) changeRule(db, id, { rank });
    else renumber(db, [...others.slice(0, place), ...rows.filter((row) => row.id === id), ...others.slice(place)]);
    return ok({});
  });

/** Two rules had the same rank (a merge, a template used twice): there is no place between them until all are ranked anew. */
function renumber(db: WriteDb, order: readonly RankedRuleRow[]): void {
  const ranks = ranksBetween(null, null, order.length);
  for (const [index, row] of order.entries()) changeRule(db, row.id, { rank: ranks[index] ?? row.rank });
}

/** Moves a rule to the trash; what it did stays. */
export const removeRule: Handler<typeof automationContract.remove> = (context, { id }) =>
  context.write('automation.remove', (db): Answer<typeof automationContract.remove> => {
    if (ruleRow(db, id) === undefined) return err({ type: 'notFound', entity: 'automationRule', id });
    changeRule(db, id, { removedAt: context.now });
    return ok({});
  });

const plain = (problems: readonly RuleProblem[]) =>
  problems.map((problem) => ({ ...problem, rules: [...problem.rules] }));
