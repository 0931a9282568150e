import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addRule } from '#db/repositories/automation.ts';
import { insertRow } from '#db/rows.ts';
import { activity, task } from '#db/schema/work.ts';
import { fireEventRules } from '#electron/features/automation/eventRules.ts';
import { lookForTimeRules, type RuleWalk, writeTimeRules } from '#electron/features/automation/timeRules.ts';
import type { RuleTrigger } from '#shared/contract/ruleBody.ts';
import { evaluateRule } from '#shared/domain/automation/evaluateRule.ts';
import { judgeRule } from '#shared/domain/automation/judgeRule.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { ok } from '#shared/lib/result.ts';
import { factsOf, ruleClockAt, ruleOf, worldOf } from '#tests/support/ruleFixture.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
afterAll(() => folder.remove());

const FIELDS = ['source', 'nextStep', 'description', 'forecastCategory'] as const;
const field = fc.constantFrom(...FIELDS);
/** Rules that wait for one field and set others. */
const ruleParts = fc.record({ on: field, sets: fc.uniqueArray(field, { minLength: 1, maxLength: 3 }) });

const toRule = ({ on, sets }: { on: string; sets: readonly string[] }, index: number): Rule =>
  ruleOf({
    id: `r${index}`,
    name: `r${index}`,
    trigger: { kind: 'fieldChanged', field: on },
    actions: sets.map((set) => ({ kind: 'setField', field: set, value: '' })),
  });

/** Lets the rules set each other off from one change on, without any guard; the longest chain. */
function longestChain(rules: readonly Rule[], start: string, limit: number): number {
  let depth = 0;
  let wave = new Set([start]);
  while (wave.size > 0 && depth <= limit) {
    const next = new Set<string>();
    for (const changed of wave) {
      for (const rule of rules) {
        const moment = { kind: 'changed', field: changed, from: '' } as const;
        for (const { actions } of evaluateRule(rule, factsOf(), moment, ruleClockAt()))
          for (const action of actions) if (action.kind === 'setField') next.add(action.field);
      }
    }
    wave = next;
    depth += 1;
  }
  return depth;
}

test('whatever rules people try to save, those that are accepted never set each other off without end', () => {
  fc.assert(
    fc.property(fc.array(ruleParts, { maxLength: 12 }), field, (parts, start) => {
      const accepted: Rule[] = [];
      for (const [index, part] of parts.entries()) {
        const rule = toRule(part, index);
        if (judgeRule(rule, worldOf(accepted)).length === 0) accepted.push(rule);
      }
      expect(longestChain(accepted, start, FIELDS.length + 1)).toBeLessThanOrEqual(FIELDS.length);
    }),
    { numRuns: 300 },
  );
});

test('a refused circle really is one: its rules, one after the other, lead back to the first', () => {
  fc.assert(
    fc.property(fc.array(ruleParts, { minLength: 1, maxLength: 12 }), (parts) => {
      const accepted = new Map<string, Rule>();
      for (const [index, part] of parts.entries()) {
        const rule = toRule(part, index);
        const [problem] = judgeRule(rule, worldOf([...accepted.values()]));
        if (problem === undefined) {
          accepted.set(rule.name, rule);
          continue;
        }
        const circle = problem.rules.map((name) => (name === rule.name ? rule : accepted.get(name)));
        expect([circle.at(0), circle.at(-1)]).toEqual([rule, rule]);
        for (const [step, one] of circle.slice(0, -1).entries()) {
          const { trigger } = circle[step + 1]!;
          const waited = trigger.kind === 'fieldChanged' ? trigger.field : '';
          expect(one!.actions.some((action) => action.kind === 'setField' && action.field === waited)).toBe(true);
        }
      }
    }),
  );
});

const triggers: readonly RuleTrigger[] = [
  { kind: 'noContact', days: 5 },
  { kind: 'stageOverdue', days: 1 },
  { kind: 'taskOverdue', days: 1 },
  { kind: 'dateNear', field: 'expectedClose', daysBefore: 10 },
  { kind: 'roleMissing', role: 'decider', afterDays: 3 },
];

test('however often, whenever and from wherever the scheduler looks, every occasion fires exactly once', () => {
  let runs = 0;
  const step = fc.record({
    days: fc.integer({ min: -2, max: 9 }),
    looks: fc.integer({ min: 1, max: 3 }),
    restart: fc.boolean(),
    touch: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const sales = new SalesWorkspace(folder.file(`p${(runs += 1)}.kongdan`));
      try {
        change(sales.db, (write) => {
          for (const [index, trigger] of triggers.entries()) {
            addRule(write, {
              id: `r${index}`,
              trigger: JSON.stringify(trigger),
              actions: '[{"kind":"raiseRisk","text":"x"}]',
            });
          }
        });
        sales.deal('d1', { expectedClose: '2026-03-01' });
        sales.deal('d2', { stageId: 'engage', expectedClose: '2026-02-20' });
        change(sales.db, (write) =>
          insertRow(write, task, { id: 't', title: 't', opportunityId: 'd1', dueDate: '2026-02-18' }),
        );
        let walk: RuleWalk | null = null;
        for (const [index, { days, looks, restart, touch }] of steps.entries()) {
          sales.now += days * DAY;
          if (touch)
            change(sales.db, (write) =>
              insertRow(write, activity, { id: `a${index}`, kind: 'call', at: sales.now, opportunityId: 'd1' }),
            );
          if (restart) walk = null;
          for (let look = 0; look < looks; look += 1) walk = lookAndWrite(sales, walk);
        }
        // A whole round more at the same moment finds nothing.
        walk = null;
        do walk = lookAndWrite(sales, walk);
        while (walk !== null);
        expect(lookForTimeRules(sales.context(), null).due).toEqual([]);
        const firings = sales.db.read.all<{ key: string }>(
          "SELECT ruleId || ' ' || opportunityId || ' ' || occasion AS key FROM ruleFiring",
        );
        expect(new Set(firings.map(({ key }) => key)).size).toBe(firings.length);
        const risks = sales.db.read.get<{ count: number }>('SELECT count(*) AS count FROM risk');
        expect(risks?.count).toBe(firings.length);
      } finally {
        sales.db.close();
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

function lookAndWrite(sales: SalesWorkspace, walk: RuleWalk | null): RuleWalk | null {
  const context = sales.context();
  const { due, next } = lookForTimeRules(context, walk);
  const { result } = sales.db.write(
    { actor: 'seller', label: 'automation.run', at: Math.max(sales.now, NOW) },
    (db) => {
      // Written twice, as if the mark had been lost between the effect and the commit of the walk.
      writeTimeRules(context, db, due);
      expect(writeTimeRules(context, db, due)).toBe(0);
      fireEventRules(context, db);
      return ok(null);
    },
  );
  expect(result.ok).toBe(true);
  return next;
}
