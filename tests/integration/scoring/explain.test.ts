import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestTransaction } from '#db/changes/transactionLog.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { noteChanges, refreshFacts, scoreAll, type ScoringContext } from '#electron/features/scoring/rescore.ts';
import { scoringHandlers } from '#electron/features/scoring/scoringHandlers.ts';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { ok } from '#shared/lib/result.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeActivity, makeContact, makeDeal, makeHistory } from '#tests/support/workspaceRows.ts';
import { dealFacts, modelOfDeciders } from '#tests/unit/domain/scoring/explain/dealCase.ts';
import { scoreModel } from '#db/schema/scoring.ts';

const DAY = 86_400_000;
const trained = modelOfDeciders();
const abstaining = trainModel(
  { rows: 3, columns: dealColumns([dealFacts(), dealFacts(), dealFacts()], NOW), outcome: Uint8Array.from([1, 0, 0]) },
  { seed: 1 },
);

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital');
    for (const id of ['large', 'small', 'bare']) {
      makeDeal(db, id, 'hospital');
      makeHistory(db, id, [['verify', NOW - 3 * DAY]]);
    }
    for (const [id, amountMinor] of [
      ['large', 900_000_000],
      ['small', 100_000_000],
      ['bare', null],
    ] as const)
      updateRow(db, opportunity, id, { amountMinor, ownWinRate: id === 'small' ? 0.5 : null });
    makeContact(db, 'xu', 'hospital');
    for (const deal of ['large', 'small'])
      insertRow(db, stakeholder, {
        id: `s-${deal}`,
        opportunityId: deal,
        contactId: 'xu',
        roles: '["decider"]',
        influence: 40,
        createdAt: NOW - 2 * DAY,
      });
  });
});
afterEach(() => harness.end());

function useTrained({ model, report }: typeof trained): void {
  harness.fill((db) =>
    insertRow(db, scoreModel, {
      id: 'model',
      kind: 'deal',
      version: 3,
      verdict: model.verdict,
      body: JSON.stringify(model),
      report: JSON.stringify(report),
      trainedAt: NOW,
      activatedAt: NOW,
    }),
  );
}

function rescore(): void {
  const context: ScoringContext = {
    db: harness.context.db,
    now: harness.context.now,
    dayStart: NOW - (NOW % DAY),
    write: (run) => {
      const result = harness.context.write('scoring', (db) => {
        run(db);
        return ok(null);
      });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    },
  };
  noteChanges(context);
  refreshFacts(context, 'deal', () => false);
  scoreAll(context, 'deal');
}

const ofDeal = (id: string) => harness.must(scoringContract.ofDeal, scoringHandlers.ofDeal, { id });
const attention = (input = {}) => harness.must(scoringContract.attention, scoringHandlers.attention, input);

describe('a deal’s figure explained', () => {
  it('adds up from the base to the very figure that is shown elsewhere', async () => {
    useTrained(trained);
    rescore();
    const answer = await ofDeal('large');
    const { figure, factors } = answer;
    if (figure === null) throw new Error('no figure');
    const sum = factors.reduce((total, { logOdds }) => total + logOdds, figure.baseLogOdds) + figure.rest;
    expect(sum).toBeCloseTo(figure.logOdds, 9);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(figure.probability, 9);
    const stored = harness.context.db.get<{ probability: number }>(
      "SELECT probability FROM opportunityScore WHERE opportunityId = 'large'",
    );
    expect(figure.probability).toBeCloseTo(stored?.probability ?? 0, 12);
    expect(answer.model).toMatchObject({ version: 3, records: 400 });
    expect(figure.low).toBeGreaterThan(0);
    expect(figure.high).toBeLessThan(1);
    expect(answer.reasons.map(({ code }) => code)).toContain('deciderMet');
  });

  it('proposes to meet the decider by name, and no longer once he was met', async () => {
    useTrained(trained);
    const [first] = (await ofDeal('large')).steps;
    expect(first).toMatchObject({ kind: 'meetDecider', person: { contactId: 'xu' }, taskId: null });
    expect(first?.effect?.gain).toBeGreaterThan(0.1);
    harness.fill((db) => makeActivity(db, 'visit', { opportunityId: 'large', kind: 'visit', at: NOW - DAY }, ['xu']));
    const after = await ofDeal('large');
    expect(after.steps.map(({ kind }) => kind)).not.toContain('meetDecider');
    expect(after.figure?.probability).toBeGreaterThan(first?.effect?.from ?? 1);
  });

  it('knows that a step is planned once there is an open task about the person, until that is undone', async () => {
    useTrained(trained);
    await harness.must(taskContract.create, taskHandlers.create, {
      title: '约见',
      opportunityId: 'large',
      contactId: 'xu',
    });
    expect((await ofDeal('large')).steps[0]?.taskId).not.toBeNull();
    await harness.must(changesContract.undo, changesHandlers.undo, {
      seq: newestTransaction(harness.context.db)?.seq ?? 0,
    });
    expect((await ofDeal('large')).steps[0]?.taskId).toBeNull();
  });

  it('says that there is no model, or that it abstains and why, and shows known gaps without figures', async () => {
    expect(await ofDeal('large')).toMatchObject({ state: 'noModel', figure: null, model: null });
    useTrained(abstaining);
    const answer = await ofDeal('large');
    expect(answer).toMatchObject({ state: 'abstains', figure: null, factors: [], model: { why: ['tooFewClosed'] } });
    expect(answer.model?.base.low).toBeLessThan(answer.model?.base.rate ?? 0);
    expect(answer.steps[0]).toMatchObject({ kind: 'meetDecider', effect: null });
  });

  it('answers what is not there, and a closed deal without a figure', async () => {
    useTrained(trained);
    const missing = await harness.call(scoringContract.ofDeal, scoringHandlers.ofDeal, { id: 'nobody' });
    expect(missing).toMatchObject({ ok: false, error: { type: 'notFound' } });
    harness.fill((db) => updateRow(db, opportunity, 'small', { status: 'won', closedAt: NOW }));
    expect(await ofDeal('small')).toMatchObject({ state: 'closed', figure: null, steps: [] });
  });
});

describe('deals that deserve attention', () => {
  it('rank by amount × gain and say what was left out', async () => {
    useTrained(trained);
    rescore();
    const answer = await attention();
    expect(answer).toMatchObject({ rule: 'gain', noAmount: 1, otherCurrency: 0, beyond: 0, unscored: 0, looked: 2 });
    expect(answer.rows.map(({ id }) => id)).toEqual(['large', 'small']);
    for (const { amountMinor, worthMinor, step, probability } of answer.rows) {
      expect(worthMinor).toBe(Math.round(amountMinor * (step.effect?.gain ?? 0)));
      expect(probability).toBe(step.effect?.from);
    }
    expect(answer.rows[0]?.probability).toBeCloseTo((await ofDeal('large')).figure?.probability ?? 0, 12);
  });

  it('follow the filters', async () => {
    useTrained(trained);
    rescore();
    harness.fill((db) => updateRow(db, opportunity, 'large', { expectedClose: '2030-01-01' }));
    expect((await attention({ closeTo: '2029-01-01' })).rows.map(({ id }) => id)).not.toContain('large');
    expect((await attention({ processId: 'nothing' })).rows).toEqual([]);
    expect((await attention({ limit: 1 })).rows).toHaveLength(1);
  });

  it('without a model go by stage weight and known gaps, without any gain', async () => {
    const answer = await attention();
    expect(answer).toMatchObject({ rule: 'gap', model: null });
    expect(answer.rows.map(({ id }) => id)).toEqual(['large', 'small']);
    expect(answer.rows[0]).toMatchObject({ probability: null, worthMinor: null, step: { effect: null } });
  });

  it('are found without reading any table but the deals’ from end to end', async () => {
    useTrained(trained);
    rescore();
    const { db } = harness.context;
    const answers: unknown[] = [];
    const plans = plansOf(db, (read) => {
      answers.push(scoringHandlers.attention({ ...harness.context, db: read }, { limit: 50 }));
      answers.push(scoringHandlers.ofDeal({ ...harness.context, db: read }, { id: 'large' }));
    });
    expect(answers).toHaveLength(2);
    const scans = plans.flatMap(({ steps }) =>
      steps.filter((step) => /^SCAN (?:o|r|x|t|ac|opportunity)\b(?! USING)/u.test(step)),
    );
    expect(scans).toEqual([]);
  });
});

it('an account’s open deals are added up by each rate, and those without are counted', async () => {
  const { sums } = await harness.must(scoringContract.ofAccount, scoringHandlers.ofAccount, { id: 'hospital' });
  expect(sums).toHaveLength(1);
  expect(sums[0]).toMatchObject({
    count: 3,
    amountMinor: 1_000_000_000,
    ownMinor: 50_000_000,
    ownUnrated: 2,
    modelUnrated: 3,
  });
});
