import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarContract } from '#shared/contract/calendar.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

// Wednesday before the National Day holiday, 10:00 in Shanghai.
const NOW = Date.UTC(2026, 8, 30, 2);
let core: TestCore;

beforeEach(async () => {
  core = await startTestCore({ now: NOW });
  await core.must(workspaceContract.create, { name: '日历', kind: 'empty', locale: 'zh-CN' });
});
afterEach(() => core.end());

const dueDays = async (): Promise<(string | null)[]> => {
  const { card } = await core.must(opportunityContract.create, { name: '新商机', account: { name: '华信医院' } });
  const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: card.id });
  return tasks.filter(({ title }) => title === '首次需求访谈').map(({ dueDate }) => dueDate);
};

test('the year tells holidays, worked weekends and how many days are worked', async () => {
  const view = await core.must(calendarContract.get, { year: 2026 });
  expect(view.known).toBe(true);
  expect(view.today).toBe('2026-09-30');
  expect(view.days).toContainEqual({ day: '2026-10-01', working: false, changed: false });
  expect(view.days).toContainEqual({ day: '2026-10-10', working: true, changed: false });
  expect(view.workingDays).toBe(248);
  expect((await core.must(calendarContract.get, { year: 2027 })).known).toBe(false);
});

test('the next due date follows the team’s days, and undo brings the old one back', async () => {
  // Three working days after 30 September: the 8th, the 9th, and Saturday the 10th, which is worked in exchange.
  expect(await dueDays()).toEqual(['2026-10-10']);
  const saved = await core.call(calendarContract.save, {
    year: 2026,
    daysOff: ['2026-10-10'],
    workedDays: ['2026-10-01'],
  });
  expect(saved).toMatchObject({ ok: true, value: { workingDays: 248 } });
  expect(await dueDays()).toEqual(['2026-10-09']);
  const view = await core.must(calendarContract.get, { year: 2026 });
  expect([view.daysOff, view.workedDays]).toEqual([['2026-10-10'], ['2026-10-01']]);
  await core.must(changesContract.undo, { seq: saved.ok ? (saved.transaction ?? 0) : 0 });
  expect(await dueDays()).toEqual(['2026-10-10']);
});

test('days in stage on the board follow the calendar at once', async () => {
  const { card } = await core.must(opportunityContract.create, { name: '老商机', account: { name: '华信医院' } });
  // 15 working days are allowed; on 30 October it is 18 in stage by the shipped calendar.
  core.setNow(Date.UTC(2026, 9, 30, 2));
  const over = async (): Promise<number | null | undefined> =>
    (await core.must(opportunityContract.page, { id: card.id })).card.daysOver;
  const before = await over();
  expect(before).toBeGreaterThan(0);
  await core.must(calendarContract.save, {
    year: 2026,
    daysOff: ['2026-10-12', '2026-10-13'],
    workedDays: [],
  });
  expect(await over()).toBe((before ?? 0) - 2);
  const processId = (await core.must(pipelineContract.processes, {}))[0]!.id;
  const board = await core.must(pipelineContract.board, { processId });
  expect(board.columns.flatMap(({ cards }) => cards)[0]?.daysOver).toBe((before ?? 0) - 2);
});

test('a year keeps its days when another year is saved, and two empty lists restore the default', async () => {
  await core.must(calendarContract.save, { year: 2026, daysOff: ['2026-11-02'], workedDays: [] });
  await core.must(calendarContract.save, { year: 2027, daysOff: ['2027-02-05'], workedDays: [] });
  expect((await core.must(calendarContract.get, { year: 2026 })).daysOff).toEqual(['2026-11-02']);
  await core.must(calendarContract.save, { year: 2026, daysOff: [], workedDays: [] });
  expect((await core.must(calendarContract.get, { year: 2026 })).daysOff).toEqual([]);
  expect((await core.must(calendarContract.get, { year: 2027 })).daysOff).toEqual(['2027-02-05']);
});

test('bad and contradicting days are refused with their place and nothing is saved', async () => {
  const answer = await core.call(calendarContract.save, {
    year: 2026,
    daysOff: ['2026-11-31', '2026-11-02'],
    workedDays: ['2026-11-02', '2025-11-02'],
  });
  expect(answer).toEqual({
    ok: false,
    error: {
      type: 'calendarProblems',
      problems: [
        { code: 'badDate', path: 'daysOff.0', day: '2026-11-31' },
        { code: 'overlap', path: 'workedDays.0', day: '2026-11-02' },
        { code: 'otherYear', path: 'workedDays.1', day: '2025-11-02' },
      ],
    },
  });
  expect((await core.must(calendarContract.get, { year: 2026 })).daysOff).toEqual([]);
});
