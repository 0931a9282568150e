import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkspaceDb } from '#db/open.ts';
import { knownNotices } from '#db/queries/notice/knownNotices.ts';
import { noticeCounts, openNotices, staleNotices, waitingNotices } from '#db/queries/notice/noticeRows.ts';
import { watchedDeals } from '#db/queries/notice/watchedDeals.ts';
import { watchedLeads } from '#db/queries/notice/watchedLeads.ts';
import { watchedTasks } from '#db/queries/notice/watchedTasks.ts';
import type { ReadDb } from '#db/handles.ts';
import { agedDeals } from '#db/queries/task/taskRows.ts';
import { fullScans, plansOf } from '#tests/support/queryPlan.ts';
import { makeWorkspace, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
let db: WorkspaceDb;
beforeAll(() => {
  db = makeWorkspace(folder.file('plans.kongdan'));
});
afterAll(() => {
  db.close();
  folder.remove();
});

const steps = (run: (read: ReadDb) => unknown) => plansOf(db.read, run).flatMap((statement) => statement.steps);
const TABLES = ['task', 'opportunity', 'lead', 'notice', 'stallReason', 'member'];

test('the minute look reads ranges of indexes in their order, so that its limits bound what it costs', () => {
  const tasks = steps((read) => watchedTasks(read, 'lin', '2026-09-14', { dueDate: '2026-09-01', place: 7 }, 500));
  expect(tasks.join('\n')).toMatch(/SEARCH t USING INDEX task_byOwner \(ownerId=\? AND status=\? AND dueDate/);
  const deals = steps((read) => watchedDeals(read, 'lin', NOW, { stageEnteredAt: 5, place: 7 }, 500));
  expect(deals.join('\n')).toMatch(
    /SEARCH o USING INDEX opportunity_byStageAge \(ownerId=\? AND status=\? AND stageEntered/,
  );
  for (const plan of [tasks, deals]) expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
});

test('no query of reminders reads a growing table as a whole', () => {
  const statements = plansOf(db.read, (read) => {
    watchedTasks(read, 'lin', '2026-09-14', null, 500);
    watchedDeals(read, 'lin', NOW, null, 500);
    watchedLeads(read, 'lin', 500);
    knownNotices(read, 'lin', [{ kind: 'taskDue', key: 'k' }]);
    openNotices(read, 'lin', 200);
    noticeCounts(read, 'lin');
    waitingNotices(read, 'lin', NOW, 300);
    staleNotices(read, 'lin', NOW, 300);
    agedDeals(read, 'lin', NOW);
  });
  expect(statements).toHaveLength(9);
  expect(fullScans(statements, TABLES)).toEqual([]);
});
