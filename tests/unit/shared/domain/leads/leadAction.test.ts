import { describe, expect, it } from 'vitest';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { holdingOf, holdUntil } from '#shared/domain/leads/holding.ts';
import { decideLead, type LeadDecision, leadStatuses } from '#shared/domain/leads/leadAction.ts';
import { mergeFields, proposeChoice } from '#shared/domain/leads/mergeFields.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';

const calendar = createWorkCalendar('Asia/Shanghai', chinaHolidays);
const at = (day: string, hour: number) => calendar.startOf(day as never) + hour * 3_600_000;

describe('the holding time', () => {
  it('ends with the business day that many days later, over weekends and the National Day holiday', () => {
    // 2026-09-29 is a Tuesday; October 1 to 7 are free.
    expect(holdUntil(calendar, at('2026-09-29', 10), 1)).toBe(at('2026-10-01', 0));
    const until = holdUntil(calendar, at('2026-09-29', 10), 2);
    expect(calendar.isWorkingDay(calendar.dayOf(until - 1))).toBe(true);
    expect(calendar.workingDaysBetween('2026-09-29' as never, calendar.dayOf(until - 1))).toBe(2);
    expect(until).toBeGreaterThan(at('2026-10-07', 0));
  });

  it('is whole at first, runs out in business time, and is urgent below 30 %', () => {
    const since = at('2026-08-17', 0);
    const heldUntil = holdUntil(calendar, since, 9);
    const share = (day: string, hour = 0) =>
      holdingOf(calendar, { heldSince: since, heldUntil }, at(day, hour))?.share ?? -1;
    expect(share('2026-08-17')).toBe(1);
    expect(share('2026-08-22')).toBe(share('2026-08-24'));
    expect(holdingOf(calendar, { heldSince: since, heldUntil }, at('2026-08-18', 0))).toMatchObject({ daysLeft: 9 });
    const urgentAt = [...Array(20).keys()]
      .map((n) => since + n * 86_400_000)
      .map((now) => holdingOf(calendar, { heldSince: since, heldUntil }, now));
    for (const holding of urgentAt) expect(holding?.urgent).toBe((holding?.share ?? 1) < 0.3);
    expect(urgentAt.some((holding) => holding?.urgent && !holding.over)).toBe(true);
    expect(holdingOf(calendar, { heldSince: since, heldUntil }, heldUntil)).toEqual({
      share: 0,
      daysLeft: 0,
      over: true,
      urgent: true,
    });
  });

  it('does not exist for a lead that nobody holds, and is over for a damaged one', () => {
    expect(holdingOf(calendar, { heldSince: 5, heldUntil: null }, 10)).toBeNull();
    expect(holdingOf(calendar, { heldSince: 20, heldUntil: 10 }, 30)).toMatchObject({ share: 0, over: true });
    expect(holdingOf(calendar, { heldSince: null, heldUntil: at('2026-09-14', 5) }, at('2026-09-14', 1))).toMatchObject(
      {
        share: 0,
      },
    );
  });
});

describe('what can be done with a lead', () => {
  const context = { now: 100, heldUntil: 900, actorId: 'me' };
  const after = (status: string, decision: LeadDecision) =>
    decideLead({ status, ownerId: status === 'pool' ? null : 'lin', recycled: 1 }, decision, context);

  it('depends on its state', () => {
    const possible = (decision: LeadDecision) => leadStatuses.filter((status) => after(status, decision) !== null);
    expect(possible({ action: 'verify' })).toEqual(['new', 'verifying']);
    expect(possible({ action: 'claim' })).toEqual(['pool']);
    expect(possible({ action: 'reopen' })).toEqual(['disqualified']);
    expect(possible({ action: 'assign', ownerId: 'zhou' })).toEqual(['new', 'verifying', 'pool']);
    expect(possible({ action: 'disqualify', reasonCode: 'noNeed', reason: '' })).toEqual(['new', 'verifying', 'pool']);
    expect(possible({ action: 'recycle', reasonCode: 'givenBack', reason: '' })).toEqual(['new', 'verifying']);
    expect(after('fromTheFuture', { action: 'verify' })).toBeNull();
  });

  it('starts the holding time again for whoever gets or verifies it, and ends it in pool and bin', () => {
    expect(after('new', { action: 'verify' })).toMatchObject({ status: 'verifying', ownerId: 'lin', heldUntil: 900 });
    expect(after('pool', { action: 'claim' })).toMatchObject({ status: 'new', ownerId: 'me', heldSince: 100 });
    expect(after('verifying', { action: 'assign', ownerId: 'zhou' })).toMatchObject({
      status: 'verifying',
      ownerId: 'zhou',
    });
    expect(after('new', { action: 'recycle', reasonCode: 'overdue', reason: '' })).toMatchObject({
      status: 'pool',
      ownerId: null,
      heldUntil: null,
      recycled: 2,
    });
    expect(after('disqualified', { action: 'reopen' })).toMatchObject({
      status: 'new',
      disqualifiedAt: null,
      reasonCode: '',
      heldUntil: 900,
    });
  });
});

describe('merging fields', () => {
  it("keeps the winner's values, fills its gaps, and follows what was chosen", () => {
    const winner = { name: '甲', city: '', employees: null, phone: '1', note: 'a' };
    const loser = { name: '乙', city: '上海', employees: 0, phone: '', note: 'b' };
    const fields = Object.keys(winner);
    expect(mergeFields(winner, loser, fields, {})).toEqual({ city: '上海', employees: 0 });
    expect(mergeFields(winner, loser, fields, { name: 'loser', phone: 'loser', city: 'winner' })).toEqual({
      name: '乙',
      employees: 0,
      phone: '',
    });
    expect(proposeChoice('', '')).toBe('winner');
  });
});
