import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow, updateRow } from '#db/rows.ts';
import { c139Judgement, stakeholder } from '#db/schema/powerMap.ts';
import { opportunity, pastChange, stageChange } from '#db/schema/opportunity.ts';
import { dealTrainingTable } from '#electron/features/scoring/dealTrainingTable.ts';
import { readDeals } from '#electron/features/scoring/readDeals.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { DealFold } from '#shared/domain/scoring/deals/dealFold.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeActivity, makeContact, makeDeal, makeHistory } from '#tests/support/workspaceRows.ts';

const DAY = 86_400_000;
const BORN = NOW - 100 * DAY;
const on = (day: number): number => BORN + day * DAY;

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

function featuresOn(id: string, day: number): Record<string, number | string> {
  const [deal] = readDeals(harness.context.db, [id]);
  const fold = new DealFold(deal!.constants);
  for (const event of deal!.events) if (event.at <= on(day)) fold.add(event);
  return rowOf(dealColumns([fold.facts()], on(day)), 0);
}

const rowOf = (columns: readonly LearningColumn[], row: number): Record<string, number | string> =>
  Object.fromEntries(columns.map(({ name, values }) => [name, values[row]!]));

/** A deal of 100 days: contacts, a push, a bigger amount, a decider met on day 30, judgements, lost on day 80. */
function makeLife(): void {
  harness.fill((db) => {
    makeAccount(db, 'hospital', { industry: '医疗', employees: 900 });
    makeContact(db, 'chief', 'hospital');
    makeContact(db, 'nurse', 'hospital');
    makeDeal(db, 'deal', 'hospital', {
      createdAt: BORN,
      status: 'lost',
      stageId: 'lost',
      closedAt: on(80),
      amountMinor: 3_000_000_00,
      expectedClose: '2026-12-01',
      source: '转介绍',
    });
    makeHistory(db, 'deal', [
      ['verify', BORN],
      ['engage', on(20)],
      ['negotiate', on(60)],
      ['lost', on(80)],
    ]);
    insertRow(db, pastChange, {
      id: 'push',
      opportunityId: 'deal',
      field: 'expectedClose',
      fromValue: '2026-09-01',
      toValue: '2026-12-01',
      at: on(40),
    });
    insertRow(db, pastChange, {
      id: 'more',
      opportunityId: 'deal',
      field: 'amountMinor',
      fromValue: '100000000',
      toValue: '300000000',
      at: on(50),
    });
    insertRow(db, stakeholder, {
      id: 's1',
      opportunityId: 'deal',
      contactId: 'chief',
      roles: '["decider"]',
      stance: 'oppose',
      stanceDate: new Date(on(70)).toISOString().slice(0, 10),
      createdAt: on(10),
    });
    makeActivity(db, 'a1', { opportunityId: 'deal', kind: 'call', at: on(5) }, ['nurse']);
    makeActivity(db, 'a2', { opportunityId: 'deal', kind: 'visit', at: on(30) }, ['chief']);
    makeActivity(db, 'a3', { opportunityId: 'deal', kind: 'note', at: on(31) });
    insertRow(db, c139Judgement, { id: 'j1', opportunityId: 'deal', code: 'W1', value: 1, at: on(35) });
    insertRow(db, c139Judgement, { id: 'j2', opportunityId: 'deal', code: 'W1', value: 0, at: on(75) });
  });
}

describe('the features of a deal made by hand', () => {
  it('are what was known on each day, and nothing that came later', () => {
    makeLife();
    expect(featuresOn('deal', 0)).toMatchObject({
      stageWeight: 0.1,
      stagePlace: 0,
      stageClass: 'verify',
      age: 0,
      activities: 0,
      pushes: 0,
      daysToClose: Number.NaN,
      amount: Math.log10(1 + 1_000_000),
      people: 0,
      deciderMet: Number.NaN,
      c139Win: Number.NaN,
      source: '转介绍',
      industry: '医疗',
      employees: 900,
    });
    expect(featuresOn('deal', 29)).toMatchObject({ stageClass: 'engage', activities: 1, contactsMet: 1, people: 1 });
    expect(featuresOn('deal', 29)).toMatchObject({ deciderMet: 0, peopleMet: 0, dwell: 9, silence: 24, opponents: 0 });
    expect(featuresOn('deal', 36)).toMatchObject({ deciderMet: 1, c139Win: 1, meetings: 1, activities: 2, pushes: 0 });
    const pushed = featuresOn('deal', 41);
    expect(pushed).toMatchObject({ pushes: 1, amountUps: 0 });
    expect(pushed.daysToClose).toBeCloseTo((Date.UTC(2026, 11, 1, 12) - on(41)) / DAY, 9);
    expect(featuresOn('deal', 72)).toMatchObject({
      stageClass: 'negotiate',
      stagePlace: 1,
      amountUps: 1,
      opponents: 1,
      c139Win: 1,
    });
    expect(featuresOn('deal', 76)).toMatchObject({ c139Win: 0 });
    // Closed: the stage it was closed from stays, the outcome is no feature.
    expect(featuresOn('deal', 90)).toMatchObject({ stageClass: 'negotiate', stageWeight: 0.7 });
  });

  it('halve the rhythm of contact every 30 days, exactly', () => {
    makeLife();
    expect(featuresOn('deal', 5).rhythm).toBe(1);
    expect(featuresOn('deal', 35).rhythm).toBeCloseTo(0.5 + 2 ** (-5 / 30), 12);
    expect(featuresOn('deal', 65).rhythm).toBeCloseTo(0.25 + 2 ** (-35 / 30), 12);
  });

  it('know of changes made in this workspace from the log: amount, close date and undone pushes', () => {
    // The log's clock never goes back, so this deal begins today.
    const day = (n: number): number => NOW + n * DAY;
    harness.fill((db) => {
      makeDeal(db, 'own', null, { createdAt: NOW, amountMinor: 100, expectedClose: '2026-11-01' });
      makeHistory(db, 'own', [['verify', NOW]]);
    });
    harness.at(day(10));
    harness.fill((db) => updateRow(db, opportunity, 'own', { amountMinor: 50, expectedClose: '2026-12-01' }));
    harness.at(day(20));
    harness.fill((db) => updateRow(db, opportunity, 'own', { amountMinor: 70, expectedClose: '2026-11-15' }));
    expect(featuresOn('own', 100)).toMatchObject({ pushes: 0, amountUps: 0, amountDowns: 0, amount: Math.log10(2) });
    expect(featuresOn('own', 100).daysToClose).toBeCloseTo((Date.UTC(2026, 10, 1, 12) - NOW) / DAY, 9);
    expect(featuresOn('own', 110)).toMatchObject({ pushes: 1, amountDowns: 1, amountUps: 0 });
    expect(featuresOn('own', 120)).toMatchObject({ pushes: 1, amountDowns: 1, amountUps: 1 });
  });
});

describe('the table that models learn from', () => {
  it('has a closed deal at its beginning and on Mondays well before its end, sharing the weight of one', () => {
    makeLife();
    const { table, records } = dealTrainingTable(harness.context.db, { now: NOW });
    expect(records).toBe(1);
    const ages = Array.from({ length: table.rows }, (_, row) => rowOf(table.columns, row).age as number);
    expect(ages[0]).toBe(0);
    expect(table.rows).toBe(4);
    for (const age of ages) expect(age).toBeLessThanOrEqual(77);
    expect([...table.outcome]).toEqual([0, 0, 0, 0]);
    expect(table.weight!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(new Set(table.group)).toEqual(new Set(['deal']));
    expect(rowOf(table.columns, 3)).toMatchObject({ stageClass: 'negotiate' });
  });

  it('gives imported deals that only know how they ended a row at their beginning, without stage or close date', () => {
    harness.fill((db) => {
      makeDeal(db, 'old', null, {
        createdAt: BORN,
        status: 'won',
        stageId: 'won',
        closedAt: on(60),
        amountMinor: 500,
        expectedClose: '2026-08-05',
      });
      insertRow(db, stageChange, { id: 'h', opportunityId: 'old', toStageId: 'won', at: BORN, kind: 'create' });
    });
    const { table } = dealTrainingTable(harness.context.db, { now: NOW });
    expect(table.rows).toBe(1);
    expect(rowOf(table.columns, 0)).toMatchObject({
      age: 0,
      stageWeight: Number.NaN,
      stageClass: '',
      daysToClose: Number.NaN,
      dwell: Number.NaN,
    });
    expect([...table.outcome]).toEqual([1]);
  });

  it('keeps deals of one account that began within a week in one group, and open ones beside it', () => {
    harness.fill((db) => {
      makeAccount(db, 'hospital');
      const closed = { status: 'won', stageId: 'won', closedAt: on(60) };
      makeDeal(db, 'lot1', 'hospital', { createdAt: BORN, ...closed });
      makeDeal(db, 'lot2', 'hospital', { createdAt: on(6), ...closed });
      makeDeal(db, 'later', 'hospital', { createdAt: on(8), ...closed });
      makeDeal(db, 'open', 'hospital', { createdAt: BORN });
      makeDeal(db, 'trashed', 'hospital', { createdAt: BORN, ...closed, removedAt: NOW });
    });
    const { table, unresolved, records } = dealTrainingTable(harness.context.db, { now: NOW });
    expect(records).toBe(3);
    expect(new Set(table.group)).toEqual(new Set(['lot1', 'later']));
    expect(unresolved[0]!.values).toHaveLength(1);
  });
});
