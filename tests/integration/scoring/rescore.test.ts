import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestTransaction } from '#db/changes/transactionLog.ts';
import type { WriteDb } from '#db/handles.ts';
import { figuresAt } from '#db/queries/scoring/scorePages.ts';
import { inputRows, openRecordIds, scoreRows } from '#db/queries/scoring/scoredRecords.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { account, lead } from '#db/schema/account.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { stage } from '#db/schema/process.ts';
import { scoreModel } from '#db/schema/scoring.ts';
import { activity, activityContact, attachment, document } from '#db/schema/work.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { foldRecords } from '#electron/features/scoring/foldRecords.ts';
import {
  noteChanges,
  refreshFacts,
  scoreAll,
  scoreTouched,
  type ScoringContext,
} from '#electron/features/scoring/rescore.ts';
import { scoringHandlers } from '#electron/features/scoring/scoringHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { ok } from '#shared/lib/result.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { oneColumnModel, useModel } from '#tests/support/scoreModels.ts';
import { makeAccount, makeActivity, makeContact, makeDeal, makeHistory } from '#tests/support/workspaceRows.ts';

const DAY = 86_400_000;

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

function scoring(of: HandlerHarness = harness, now = of.context.now): ScoringContext {
  return {
    db: of.context.db,
    now,
    dayStart: now - ((now + 8 * 3_600_000) % DAY),
    write: (run) => {
      const result = of.context.write('scoring', (db) => {
        run(db);
        return ok(null);
      });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    },
  };
}

function rescore(of: HandlerHarness = harness): { scored: number; changed: number } {
  const context = scoring(of);
  noteChanges(context);
  let [scored, changed] = [0, 0];
  for (const kind of ['deal', 'lead'] as const) {
    expect(refreshFacts(context, kind, () => false)).toBe(true);
    const done = scoreAll(context, kind);
    scored += done.scored;
    changed += done.changed;
  }
  return { scored, changed };
}

const scoreOf = (id: string) => scoreRows(harness.context.db, 'deal').find((row) => row.id === id);
const history = async (id: string, asOf?: number) =>
  (
    await harness.must(scoringContract.history, scoringHandlers.history, {
      kind: 'deal',
      id,
      ...(asOf === undefined ? {} : { asOf }),
    })
  ).points;

function setUp(): void {
  harness.fill((db) => {
    makeAccount(db, 'hospital');
    makeDeal(db, 'one', 'hospital');
    makeDeal(db, 'two', 'hospital');
    makeHistory(db, 'one', [['verify', NOW - DAY]]);
    useModel(db, 'm1', { model: oneColumnModel('activities'), at: NOW });
  });
}

describe('figures of the model in use', () => {
  it('are given to every open deal and follow its facts', () => {
    setUp();
    expect(rescore()).toEqual({ scored: 2, changed: 2 });
    expect(scoreOf('one')!.probability).toBeCloseTo(1 / (1 + Math.E), 9);
    harness.fill((db) => {
      for (let n = 0; n < 5; n += 1) makeActivity(db, `a${n}`, { opportunityId: 'one', at: NOW - DAY });
    });
    expect(rescore()).toEqual({ scored: 1, changed: 1 });
    expect(scoreOf('one')).toMatchObject({ probability: 0.5, modelId: 'm1', asOf: NOW });
  });

  it('are not computed again on the same day when nothing happened, and are on the next', () => {
    setUp();
    rescore();
    expect(rescore()).toEqual({ scored: 0, changed: 0 });
    harness.at(NOW + 60_000);
    expect(rescore()).toEqual({ scored: 0, changed: 0 });
    harness.at(NOW + DAY);
    expect(rescore()).toEqual({ scored: 2, changed: 0 });
  });

  it('enter the history once each, with model and input, and tell what was shown on a day', async () => {
    setUp();
    rescore();
    harness.at(NOW + 3 * DAY);
    harness.fill((db) => makeActivity(db, 'a', { opportunityId: 'one', at: NOW + 2 * DAY }));
    rescore();
    rescore();
    const points = await history('one');
    expect(points.map(({ at, versionId }) => ({ at, versionId }))).toEqual([
      { at: NOW + 3 * DAY, versionId: 'm1' },
      { at: NOW, versionId: 'm1' },
    ]);
    expect(points[0]!.value).toBeCloseTo(scoreOf('one')!.probability!, 6);
    expect(points[0]!.inputHash).toBe(scoreOf('one')!.inputHash);
    expect(points[0]!.inputHash).not.toBe(points[1]!.inputHash);
    expect(await history('one', NOW + DAY)).toEqual(points.slice(1));
    expect(await history('one', NOW - DAY)).toEqual([]);
    expect(await history('nobody')).toEqual([]);
    expect(figuresAt(harness.context.db, 'deal', NOW + DAY).get('one')).toMatchObject({ at: NOW, modelId: 'm1' });
    expect(figuresAt(harness.context.db, 'deal', NOW + 3 * DAY).get('two')).toMatchObject({ at: NOW });
  });

  it('change with the model in use, and are none while it abstains or none is in use', async () => {
    setUp();
    rescore();
    harness.fill((db) => useModel(db, 'm2', { model: oneColumnModel('activities', [0, 1]), at: NOW + 1 }));
    expect(rescore()).toEqual({ scored: 2, changed: 2 });
    expect(scoreOf('two')).toMatchObject({ probability: 0.5, modelId: 'm2' });
    const silent = { ...oneColumnModel('activities'), verdict: 'abstains' as const, additive: null };
    harness.fill((db) => useModel(db, 'm3', { model: silent, at: NOW + 2 }));
    rescore();
    expect(scoreOf('two')).toMatchObject({ probability: null, modelId: 'm3' });
    expect((await history('two')).map(({ value }) => value === null)).toEqual([true, false, false]);
    harness.fill((db) => {
      for (const id of ['m1', 'm2', 'm3']) updateRow(db, scoreModel, id, { removedAt: NOW });
    });
    rescore();
    expect(scoreOf('two')).toMatchObject({ probability: null, modelId: null });
  });

  it('leave deals that are closed or in the trash, and come back with them', async () => {
    setUp();
    rescore();
    harness.fill((db) => {
      updateRow(db, opportunity, 'one', { removedAt: NOW });
      updateRow(db, opportunity, 'two', { status: 'won', stageId: 'won', closedAt: NOW });
    });
    rescore();
    expect(scoreRows(harness.context.db, 'deal')).toEqual([]);
    expect(await history('two')).toHaveLength(1);
    harness.fill((db) => {
      updateRow(db, opportunity, 'one', { removedAt: null });
      updateRow(db, opportunity, 'two', { status: 'open', stageId: 'verify', closedAt: null });
    });
    rescore();
    expect(scoreRows(harness.context.db, 'deal').map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('count what is entered for a later day when that day has come', () => {
    setUp();
    harness.fill((db) => makeActivity(db, 'ahead', { opportunityId: 'one', at: NOW + 2 * DAY }));
    rescore();
    expect(scoreOf('one')!.probability).toBeCloseTo(1 / (1 + Math.E), 9);
    harness.at(NOW + 2 * DAY);
    rescore();
    expect(scoreOf('one')!.probability).toBeCloseTo(1 / (1 + Math.exp(0.8)), 9);
  });

  it('are given to leads in the same way', () => {
    harness.fill((db) => {
      insertRow(db, lead, { id: 'l1', company: '甲', status: 'new', createdAt: NOW });
      insertRow(db, lead, { id: 'l2', company: '乙', status: 'disqualified', disqualifiedAt: NOW, createdAt: NOW });
      makeActivity(db, 'a', { leadId: 'l1' });
      useModel(db, 'm', { kind: 'lead', model: oneColumnModel('activities'), at: NOW });
    });
    expect(rescore()).toEqual({ scored: 1, changed: 1 });
    expect(scoreRows(harness.context.db, 'lead')[0]!.probability).toBeCloseTo(1 / (1 + Math.exp(0.8)), 9);
  });
});

/** Everything that can happen to what facts are made of. */
const edit = fc.record({
  what: fc.constantFrom(
    'deal',
    'move',
    'close',
    'reopen',
    'trash',
    'push',
    'amount',
    'activity',
    'moveActivity',
    'dropActivity',
    'attend',
    'person',
    'attach',
    'account',
    'weight',
    'undo',
    'purge',
  ),
  n: fc.nat(3),
  m: fc.nat(3),
});

describe('following the log', () => {
  it('gives after any edits and undos the facts and figures of a full look, whether deal by deal or as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 16 }), fc.boolean(), async (edits, oneByOne) => {
        const own = startHarness();
        try {
          own.fill((db) => {
            for (let n = 0; n < 4; n += 1) makeAccount(db, `acc${n}`);
            for (let n = 0; n < 4; n += 1) makeContact(db, `c${n}`, 'acc0');
            insertRow(db, document, { id: 'doc', name: '方案' });
            useModel(db, 'm1', { model: oneColumnModel('stageWeight', [0, 8]), at: NOW });
          });
          rescore(own);
          const begun = newestTransaction(own.context.db)!.seq;
          for (const [at, one] of edits.entries()) {
            own.at(NOW + at * 60_000);
            const last = newestTransaction(own.context.db)!.seq;
            if (one.what === 'undo' && last > begun)
              await own.call(changesContract.undo, changesHandlers.undo, { seq: last });
            else own.fill((db) => apply(db, one, at));
            if (oneByOne && scoreTouched(scoring(own)) === 'many') rescore(own);
          }
          if (!oneByOne) rescore(own);
          expectUpToDate(own);
        } finally {
          own.end();
        }
      }),
      { numRuns: 40 },
    );
  });
});

function apply(db: WriteDb, { what, n, m }: { what: string; n: number; m: number }, step: number): void {
  const id = `d${n}`;
  const exists = db.get('SELECT 1 FROM opportunity WHERE id = ?', id) !== undefined;
  if (!exists) return makeDeal(db, id, `acc${m}`, { createdAt: NOW - 20 * DAY, amountMinor: 1000 });
  const activityId = db.get<{ id: string }>('SELECT id FROM activity ORDER BY id LIMIT 1 OFFSET ?', m)?.id;
  switch (what) {
    case 'move': {
      const toStageId = (['verify', 'engage', 'negotiate'] as const)[m % 3]!;
      updateRow(db, opportunity, id, { stageId: toStageId });
      return insertRow(db, stageChange, { id: `s${step}`, opportunityId: id, toStageId, at: NOW + step * 60_000 });
    }
    case 'close':
      return void updateRow(db, opportunity, id, { status: m > 1 ? 'won' : 'lost', closedAt: NOW });
    case 'reopen':
      return void updateRow(db, opportunity, id, { status: 'open', closedAt: null, removedAt: null });
    case 'trash':
      return void updateRow(db, opportunity, id, { removedAt: NOW });
    case 'push':
      return void updateRow(db, opportunity, id, { expectedClose: `2026-1${m % 3}-01` });
    case 'amount':
      return void updateRow(db, opportunity, id, { amountMinor: 500 * (m + 1) });
    case 'activity':
      return makeActivity(db, `a${step}`, { opportunityId: id, at: NOW - m * DAY }, [`c${m}`]);
    case 'moveActivity':
      if (activityId !== undefined) updateRow(db, activity, activityId, { opportunityId: id });
      return undefined;
    case 'dropActivity':
      if (activityId === undefined) return undefined;
      db.run('DELETE FROM activityContact WHERE activityId = ?', activityId);
      return void deleteRow(db, activity, activityId);
    case 'attend':
      if (activityId !== undefined) insertRow(db, activityContact, { id: `x${step}`, activityId, contactId: `c${n}` });
      return undefined;
    case 'person':
      return insertRow(db, stakeholder, {
        id: `p${step}`,
        opportunityId: id,
        contactId: `c${m}`,
        roles: '["decider"]',
        createdAt: NOW,
      });
    case 'attach':
      return insertRow(db, attachment, {
        id: `t${step}`,
        documentId: 'doc',
        entity: 'opportunity',
        entityId: id,
        createdAt: NOW,
      });
    case 'account':
      return void updateRow(db, account, `acc${m}`, { industry: `行业${n}` });
    case 'weight':
      return void updateRow(db, stage, 'engage', { winRateMille: 100 * (m + 1) });
    case 'purge': {
      for (const table of ['stageChange', 'stakeholder'] as const) {
        if (db.get(`SELECT 1 FROM ${table} WHERE opportunityId = ?`, id) !== undefined) return undefined;
      }
      db.run('UPDATE activity SET opportunityId = NULL WHERE opportunityId = ?', id);
      return void deleteRow(db, opportunity, id);
    }
    default:
      return undefined;
  }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** What is kept must be what a look at everything gives. */
function expectUpToDate(own: HandlerHarness): void {
  const { db, now } = own.context;
  const open = openRecordIds(db, 'deal').toSorted();
  const wanted = foldRecords(db, 'deal', open, now).map(({ id, facts, hash }) => ({ id, facts, hash }));
  const kept = inputRows(db, 'deal').map(({ id, facts, hash }) => ({ id, facts, hash }));
  expect(kept.toSorted(byId)).toEqual(wanted.toSorted(byId));
  const scored = scoreRows(db, 'deal').toSorted(byId);
  expect(scored.map(({ id, inputHash }) => ({ id, hash: inputHash }))).toEqual(
    wanted.toSorted(byId).map(({ id, hash }) => ({ id, hash })),
  );
}
