import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '#db/handles.ts';
import { hasUnscored } from '#db/repositories/scoringAttributes.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { attributeScoreHandlers } from '#electron/features/attributeScores/attributeScoreHandlers.ts';
import { leadHandlers } from '#electron/features/leads/leadHandlers.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';
import { overWords, rulesWith } from '#tests/support/attributeRules.ts';
import { type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { fullScans, type PlannedStatement, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeDeal } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
beforeAll(async () => {
  harness = startHarness();
  harness.fill((db) => {
    for (let n = 0; n < 200; n += 1) {
      makeAccount(db, `a${n}`, { region: n % 2 ? '华东' : '' });
      makeLead(db, `l${n}`, { region: n % 3 ? '华南' : '' });
      makeDeal(db, `d${n}`, `a${n}`);
    }
  });
  const body = rulesWith([overWords('region', 10, { 华东: 100 })]);
  await harness.must(attributeScoreContract.save, attributeScoreHandlers.save, { name: '通用', body });
  harness.fill((db) => void db.run('ANALYZE'));
});
afterAll(() => harness.end());

function plans<O extends Operation>(operation: O, handler: Handler<O>, input: InputOf<O>): PlannedStatement[] {
  return plansOf(harness.context.db, (db: ReadDb) =>
    handler({ ...harness.context, db }, operation.input.parse(input) as never),
  );
}

describe('attribute scores', () => {
  it('of a record, and of the account of a deal, are found by key', () => {
    for (const [entity, id] of [
      ['account', 'a7'],
      ['lead', 'l7'],
      ['opportunity', 'd7'],
    ] as const) {
      const statements = plans(attributeScoreContract.ofRecord, attributeScoreHandlers.ofRecord, { entity, id });
      expect(statements.length).toBeGreaterThan(1);
      expect(fullScans(statements, ['account', 'lead', 'opportunity', 'attributeScore'])).toEqual([]);
    }
  });

  it('are counted per set along their index', () => {
    const steps = plans(attributeScoreContract.sets, attributeScoreHandlers.sets, {}).flatMap((one) => one.steps);
    expect(steps.some((step) => step.includes('COVERING INDEX attributeScore_bySet'))).toBe(true);
    expect(steps.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  });

  it('come to the lists by key, and order them by a look per record', () => {
    const accounts = plans(accountContract.list, accountHandlers.list, { sortBy: 'attribute' });
    const leads = plans(leadContract.list, leadHandlers.list, { sortBy: 'attribute' });
    for (const statements of [accounts, leads]) {
      expect(fullScans(statements, ['attributeScore'])).toEqual([]);
      const looks = statements.flatMap(({ steps }) => steps.filter((step) => step.includes('attributeScore_key')));
      expect(looks.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('that wait are known without reading a record', () => {
    const statements = plansOf(harness.context.db, (db: ReadDb) => hasUnscored(db));
    expect(fullScans(statements, ['account', 'lead'])).toEqual([]);
  });
});
