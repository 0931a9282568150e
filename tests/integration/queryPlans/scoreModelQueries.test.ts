import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparedRecords } from '#db/queries/scoreModels/comparedRecords.ts';
import { modelChecks } from '#db/queries/scoreModels/modelChecks.ts';
import { modelInUse, modelVersion, modelVersions } from '#db/queries/scoreModels/modelVersions.ts';
import { openNotices } from '#db/queries/notice/noticeRows.ts';
import type { ReadDb } from '#db/handles.ts';
import { type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { fullScans, plansOf } from '#tests/support/queryPlan.ts';

/** What grows with the business. Versions are few, but their bodies are large: they are found by an index, too. */
const GROWING = ['opportunity', 'lead', 'account', 'activity', 'scoreModel', 'modelCheck', 'scoreInput', 'scorePage'];
let harness: HandlerHarness;
beforeAll(() => {
  harness = startHarness();
});
afterAll(() => harness.end());

const queries: Readonly<Record<string, (db: ReadDb) => unknown>> = {
  'the versions of a kind': (db) => modelVersions(db, 'deal'),
  'one version': (db) => modelVersion(db, 'v'),
  'the version in use': (db) => modelInUse(db, 'deal'),
  'the checks of a version': (db) => modelChecks(db, 'v', 20),
  'the deals of a comparison': (db) => comparedRecords(db, 'deal', ['a', 'b']),
  'the leads of a comparison': (db) => comparedRecords(db, 'lead', ['a', 'b']),
  'notices about models': (db) => openNotices(db, 'lin', 200),
};

test.each(Object.entries(queries))('%s: no table that grows is read whole', (_name, run) => {
  const plans = plansOf(harness.context.db, run);
  expect(plans.length).toBeGreaterThan(0);
  expect(fullScans(plans, GROWING)).toEqual([]);
});
